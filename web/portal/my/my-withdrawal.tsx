import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'

export function MyWithdrawal(props: { application: ApplicationView; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const { run, busy, problem } = useCommand('withdraw')
  const { applicationId, version } = props.application
  const withdraw = async () => {
    const reply = await run({ applicationId, expectedVersion: version, fields: { reason } })
    if (reply) props.onDone()
  }
  return (
    <form
      className="my-form"
      onSubmit={(event) => {
        event.preventDefault()
        void withdraw()
      }}
    >
      <label className="field">
        <span>撤回的原因</span>
        <textarea
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={2000}
          required
          autoFocus
        />
      </label>
      <p className="soft">撤回后本件办结，不能恢复；以后可以重新申请，材料可以在窗口取回。</p>
      {problem && <ProblemNote problem={problem} kept="您写的原因仍在上面。" />}
      <button type="submit" className="btn main" disabled={busy || reason.trim() === ''}>
        {busy ? '正在撤回…' : '确认撤回'}
      </button>
    </form>
  )
}
