import { useState } from 'react'
import type { EnquiryView } from '../../../contract/enquiries.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { EnquiryCard } from './enquiry-card.tsx'
import { LOOK_UP } from './enquiry-operations.ts'
import { useEnquiryWords } from './words.ts'

/** The answer for whoever has number and code. */
export function FollowForm() {
  const words = useEnquiryWords()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [found, setFound] = useState<EnquiryView | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const look = async () => {
    setProblem(null)
    setFound(null)
    try {
      setFound(await call(LOOK_UP, { body: { number, code } }))
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  return (
    <section aria-labelledby="follow">
      <h2 id="follow">{words.follow}</h2>
      <p className="soft">{words.followHelp}</p>
      <form
        className="follow"
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <label className="field">
          <span>{words.yourNumber}</span>
          <input
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            maxLength={40}
            required
            autoComplete="off"
          />
        </label>
        <label className="field">
          <span>{words.yourCode}</span>
          <input
            value={code}
            onChange={(event) => setCode(event.target.value)}
            maxLength={6}
            inputMode="numeric"
            required
            autoComplete="off"
          />
        </label>
        <button type="submit" className="btn">
          {words.look}
        </button>
      </form>
      <div aria-live="polite">
        {problem && <ProblemNote problem={problem} />}
        {found && <EnquiryCard enquiry={found} />}
      </div>
    </section>
  )
}
