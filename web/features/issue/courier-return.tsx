import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

/** The courier brought it back: issuing opens again. */
export function CourierReturn({ application }: { application: ApplicationView }) {
  const { run, busy, problem } = useCommand('confirm-delivery')
  const [asking, setAsking] = useState(false)
  const send = async () => {
    const reply = await run({
      applicationId: application.applicationId,
      expectedVersion: application.version,
      fields: { proof: null, returned: true, signature: null },
    })
    if (reply) setAsking(false)
  }
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsking(true)}>
        快递退回
      </button>
      {asking && (
        <ConfirmDialog
          title="快递已退回？"
          confirmLabel="登记退回"
          busy={busy}
          problem={problem}
          onClose={() => setAsking(false)}
          onConfirm={() => void send()}
        >
          <p>登记退回后本件回到“待出件”，核实地址后可以重新寄送或者改为窗口领取。</p>
        </ConfirmDialog>
      )}
    </>
  )
}
