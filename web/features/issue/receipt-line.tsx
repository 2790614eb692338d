import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'
import { noticePdfAddress } from '../../ui/document-viewer.tsx'
import { printPdf } from '../../ui/print-pdf.ts'

/** How it left the window, and its delivery receipt. */
export function ReceiptLine({ application }: { application: ApplicationView }) {
  const { issuance, notices } = application
  const receipt = notices.findLast(({ kind }) => kind === 'delivery-receipt')
  return (
    <>
      {issuance && (
        <p className="sec">
          {longDate(issuance.on)}{' '}
          {issuance.by === 'courier' ? `交寄，单号 ${issuance.tracking ?? '未填'}` : '窗口出件'}
        </p>
      )}
      {receipt && (
        <button
          type="button"
          className="btn"
          onClick={() => printPdf(noticePdfAddress(receipt.noticeId))}
        >
          打印送达回证
        </button>
      )}
    </>
  )
}
