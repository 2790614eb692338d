import { useState, type FormEvent } from 'react'
import type { ApiProblem } from '../../api/api-problem.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useRateWords } from './words.ts'

const GRADES = [
  [5, 'five'],
  [4, 'four'],
  [3, 'three'],
  [2, 'two'],
  [1, 'one'],
] as const
export type Grade = (typeof GRADES)[number][0]

/** Five grades, none chosen beforehand, and what one wants to say: by a link, or in one's own place. */
export function RatingForm(props: {
  className: string
  busy: boolean
  problem: ApiProblem | null
  onRate: (grade: Grade, text: string) => void
}) {
  const words = useRateWords()
  const [grade, setGrade] = useState<Grade | null>(null)
  const [text, setText] = useState('')
  const rate = (event: FormEvent) => {
    event.preventDefault()
    if (grade !== null && !props.busy) props.onRate(grade, text)
  }
  return (
    <form className={props.className} onSubmit={rate}>
      <fieldset className="kinds grades">
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
      {props.problem && <ProblemNote problem={props.problem} kept={words.kept} />}
      <button type="submit" className="btn main" disabled={props.busy || grade === null}>
        {props.busy ? words.sending : words.send}
      </button>
    </form>
  )
}
