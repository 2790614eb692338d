import { useCallback, useState } from 'react'
import type { rateByLink, readRatingLink } from '../../../contract/rating-links.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call, type WireOf } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { type Grade, RatingForm } from './rating-form.tsx'
import { useRateWords } from './words.ts'
import '../enquiry/enquiry.css'

const READ: WireOf<typeof readRatingLink> = { method: 'GET', path: '/api/rating-links/:link' }
const RATE: WireOf<typeof rateByLink> = { method: 'POST', path: '/api/rating-links/:link' }

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
  const [commandId] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const send = async (grade: Grade, text: string) => {
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
    <RatingForm
      className="ask-form"
      busy={busy}
      problem={problem}
      onRate={(grade, text) => void send(grade, text)}
    />
  )
}
