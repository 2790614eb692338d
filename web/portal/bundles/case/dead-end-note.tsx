import { useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { BundleCaseView } from '../../../../contract/bundles.ts'
import { asApiProblem, type ApiProblem, isUnanswered } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { GO_ON_ALONE, WITHDRAW } from '../bundle-operations.ts'
import { useBundleWords } from '../words.ts'
import '../../../ui/form/form.css'

type Part = BundleCaseView['applications'][number]
type Choice = NonNullable<Part['deadEnd']>['choices'][number]

/** What a part waited for has ended without a grant: withdraw it, or go on where no law ties the two. */
export function DeadEndNote({ part, onDone }: { part: Part; onDone: () => void }) {
  const words = useBundleWords()
  const [reason, setReason] = useState('')
  const { say, busy, problem } = useChoice(part, reason, onDone)
  const { deadEnd } = part
  if (deadEnd === null) return null
  const ended = deadEnd.ended.map(({ itemName, endedAs }) => words.endedAs(itemName, endedAs))
  return (
    <section className="dead-end" aria-labelledby={`dead-end-${part.itemId}`}>
      <h2 id={`dead-end-${part.itemId}`}>{words.deadEnd}</h2>
      <p>{words.deadEndSaid(part.itemName, ended.join(words.comma))}</p>
      {deadEnd.bound !== null && <p lang="zh-CN">{deadEnd.bound}</p>}
      {deadEnd.choices.length > 0 && (
        <div className="form-field">
          <label htmlFor={`reason-${part.itemId}`}>{words.deadEndReason}</label>
          <span className="form-help" id={`reason-${part.itemId}-help`}>
            {words.deadEndHint}
          </span>
          <textarea
            id={`reason-${part.itemId}`}
            rows={2}
            maxLength={2000}
            value={reason}
            aria-describedby={`reason-${part.itemId}-help`}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      {problem && <ProblemNote problem={problem} kept={words.deadEndKept} />}
      <div className="dead-end-acts">
        {deadEnd.choices.map((choice) => (
          <div key={choice}>
            <button
              type="button"
              className="btn"
              disabled={busy || reason.trim() === ''}
              onClick={() => void say(choice)}
            >
              {busy ? words.saying : choice === 'withdraw' ? words.withdraw : words.goOnAlone}
            </button>
            <p className="soft">{choice === 'withdraw' ? words.withdrawHelp : words.goOnHelp}</p>
          </div>
        ))}
      </div>
      <p className="soft">{words.windowMaySay}</p>
    </section>
  )
}

/** One id a choice until the server has answered: pressed again after a lost answer it is one. */
function useChoice({ applicationId, version }: Part, reason: string, onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const ids = useRef<Partial<Record<Choice, string>>>({})
  const say = async (choice: Choice) => {
    setBusy(true)
    setProblem(null)
    const commandId = (ids.current[choice] ??= uuidv7())
    try {
      await call(choice === 'withdraw' ? WITHDRAW : GO_ON_ALONE, {
        params: { applicationId },
        body: { commandId, expectedVersion: version, reason: reason.trim() },
      })
      onDone()
    } catch (error) {
      const failed = asApiProblem(error)
      if (!isUnanswered(failed)) ids.current = {}
      setProblem(failed)
    }
    setBusy(false)
  }
  return { say, busy, problem }
}
