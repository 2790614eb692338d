import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { useCommand } from '../../api/use-command.ts'
import { longDate } from '../../ui/dates.ts'
import { noticePdfAddress } from '../../ui/document-viewer.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { printPdf } from '../../ui/print-pdf.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { SignatureGlass, type Signature } from './signature-glass.tsx'

/** Delivery (送达) needs proof: the signature on the receipt, or the courier's. A return reopens issuing. */
export function DeliveryForm({ application }: { application: ApplicationView }) {
  const { run, busy, problem } = useCommand('confirm-delivery')
  const [signature, setSignature] = useState<Signature>(null)
  const [returning, setReturning] = useState(false)
  const { issuance, notices } = application
  const courier = issuance?.by === 'courier'
  const may = application.possible.includes('confirm-delivery')
  const ready = may && !busy && (courier || signature !== null)
  const send = (returned: boolean) =>
    run({
      applicationId: application.applicationId,
      expectedVersion: application.version,
      fields: {
        returned,
        proof: returned ? null : courier ? 'courier' : 'signature',
        signature: courier || returned ? null : (signature?.image ?? null),
      },
    })
  const confirm = () => {
    if (ready) void send(false)
  }
  useHotkeys({ F9: confirm })
  const receipt = notices.findLast(({ kind }) => kind === 'delivery-receipt')
  return (
    <div className="steps">
      <section aria-label="送达">
        <h2 className="h">{courier ? '三、确认快递签收' : '三、领取人签名'}</h2>
        {issuance && (
          <p className="sec">
            {longDate(issuance.on)}{' '}
            {courier ? `交寄，单号 ${issuance.tracking ?? '未填'}` : '窗口出件'}
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
        {!courier && <SignatureGlass onSigned={setSignature} />}
        {problem && (
          <ProblemNote
            problem={problem}
            {...(courier ? {} : { kept: '签名仍在屏幕上，不必重签。' })}
          />
        )}
        <button type="button" className="btn big primary" disabled={!ready} onClick={confirm}>
          {busy ? '正在办理…' : '确认送达'} <Kbd>F9</Kbd>
        </button>
        <p className="sec small">
          {courier
            ? '核对快递公司的签收证明后确认。'
            : signature === null
              ? '签名后才能确认送达。签名存入本件并计入留痕。'
              : '请核对领取人证件后确认。'}
        </p>
        {courier && (
          <button
            type="button"
            className="btn"
            disabled={!may || busy}
            onClick={() => setReturning(true)}
          >
            快递退回
          </button>
        )}
      </section>
      {returning && (
        <ConfirmDialog
          title="快递已退回？"
          confirmLabel="登记退回"
          busy={busy}
          problem={problem}
          onClose={() => setReturning(false)}
          onConfirm={() =>
            void send(true).then((reply) => {
              if (reply) setReturning(false)
            })
          }
        >
          <p>登记退回后本件回到“待出件”，核实地址后可以重新寄送或者改为窗口领取。</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
