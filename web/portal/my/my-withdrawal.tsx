import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useMyWords } from './words.ts'

export function MyWithdrawal(props: { application: ApplicationView; onDone: () => void }) {
  const words = useMyWords()
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
        <span>{words.withdrawReason}</span>
        <textarea
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={2000}
          required
          autoFocus
        />
      </label>
      <p className="soft">{words.withdrawHelp}</p>
      {problem && <ProblemNote problem={problem} kept={words.reasonKept} />}
      <button type="submit" className="btn main" disabled={busy || reason.trim() === ''}>
        {busy ? words.withdrawing : words.confirmWithdraw}
      </button>
    </form>
  )
}
