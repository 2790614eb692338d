import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'
import { PrintButton } from '../../ui/print-button.tsx'

/** How it left the window, and its delivery receipt. */
export function ReceiptLine({ application }: { application: ApplicationView }) {
  const { issuance, notices } = application
  const receipt = notices.find(({ kind }) => kind === 'delivery-receipt')
  return (
    <>
      {issuance && (
        <p className="sec">
          {longDate(issuance.on)}{' '}
          {issuance.by === 'courier' ? `交寄，单号 ${issuance.tracking ?? '未填'}` : '窗口出件'}
        </p>
      )}
      {receipt && (
        <PrintButton
          document={{ kind: 'notice', noticeId: receipt.noticeId }}
          label="打印送达回证"
        />
      )}
    </>
  )
}
