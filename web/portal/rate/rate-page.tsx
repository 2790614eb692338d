import { useCallback, useState, type FormEvent } from 'react'
import type { rateByLink, readRatingLink } from '../../../contract/rating-links.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call, type WireOf } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { useRateWords } from './words.ts'
import '../enquiry/enquiry.css'

const READ: WireOf<typeof readRatingLink> = { method: 'GET', path: '/api/rating-links/:link' }
const RATE: WireOf<typeof rateByLink> = { method: 'POST', path: '/api/rating-links/:link' }

const GRADES = [
  [5, 'five'],
  [4, 'four'],
  [3, 'three'],
  [2, 'two'],
  [1, 'one'],
] as const
type Grade = (typeof GRADES)[number][0]

/** Behind a one-time link: five faces, none chosen, one answer. */
export function RatePage({ token }: { token: string }) {
  const words = useRateWords()
  const load = useCallback(
    (signal: AbortSignal) => call(READ, { params: { link: token }, signal }),
    [token],
  )
  const { reply, problem } = useAnswer(load)
  const [thanked, setThanked] = useState(false)
  return (
    <PublicShell title={words.title}>
      <div className="wrap enquiry">
        <h1>{words.title}</h1>
        {problem && <ProblemNote problem={problem} />}
        {!reply && !problem && <Skeleton lines={5} />}
        {thanked && (
          <section aria-live="polite">
            <h2>{words.thanks}</h2>
            <a href="/">{words.home}</a>
          </section>
        )}
        {reply && !thanked && (
          <>
            <p lang="zh-CN">{words.about(reply.itemName, reply.contactName)}</p>
            <RateForm token={token} onDone={() => setThanked(true)} />
          </>
        )}
      </div>
    </PublicShell>
  )
}

function RateForm({ token, onDone }: { token: string; onDone: () => void }) {
  const words = useRateWords()
  const [commandId] = useState(() => crypto.randomUUID())
  const [grade, setGrade] = useState<Grade | null>(null)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (grade === null) return
    setBusy(true)
    try {
      await call(RATE, { params: { link: token }, body: { commandId, grade, text } })
      onDone()
    } catch (error) {
      setProblem(asApiProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="ask-form" onSubmit={(event) => void send(event)}>
      <fieldset className="kinds">
        <legend>{words.question}</legend>
        {GRADES.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="grade"
              checked={grade === value}
              onChange={() => setGrade(value)}
            />
            {words[name]}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{words.more}</span>
        <textarea
          rows={3}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p className="soft">{words.hidden}</p>
      {problem && <ProblemNote problem={problem} kept={words.kept} />}
      <button type="submit" className="btn main" disabled={busy || grade === null}>
        {busy ? words.sending : words.send}
      </button>
    </form>
  )
}
