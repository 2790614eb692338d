import { useCommand } from '../../../api/use-command.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useTextDraft } from '../../../ui/use-draft.ts'
import type { ActFormProps } from '../act-form.tsx'
import { lapsedWords } from '../facts.ts'
import { ActButton } from './act-button.tsx'
import { ReasonArea } from './reason-area.tsx'

/** 催交: what was promised under 容缺 did not come; the applicant is told again. */
export function RequestToleratedForm({ application, onDone }: ActFormProps) {
  const { applicationId, version } = application
  const text = useTextDraft(`request-tolerated:${applicationId}`)
  const { run, busy, problem } = useCommand('request-tolerated')
  const written = text.value.trim()
  const send = async () => {
    const reply = await run({ applicationId, expectedVersion: version, fields: { text: written } })
    if (reply === undefined) return
    text.clear()
    onDone(reply)
  }
  return (
    <div className="form">
      <p>{lapsedWords(application)}</p>
      <ReasonArea
        label="催交内容"
        rows={2}
        draft={text}
        max={500}
        hint="还缺什么、怎样补交；申请人在办件中看得到"
      />
      {problem && <ProblemNote problem={problem} kept="您写的内容仍在。" />}
      <ActButton
        label="催交"
        reason={written === '' ? '请写明催交内容' : null}
        busy={busy}
        onAct={() => void send()}
      />
    </div>
  )
}
