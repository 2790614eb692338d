import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'

const GRADES = [
  { grade: 5, name: '非常满意' },
  { grade: 4, name: '满意' },
  { grade: 3, name: '基本满意' },
  { grade: 2, name: '不满意' },
  { grade: 1, name: '非常不满意' },
] as const
type Grade = (typeof GRADES)[number]['grade']

/** Voluntary, nothing chosen beforehand. */
export function MyRating(props: { application: ApplicationView; onDone: () => void }) {
  const [grade, setGrade] = useState<Grade | null>(null)
  const [text, setText] = useState('')
  const { run, busy, problem } = useCommand('rate')
  const { applicationId, version } = props.application
  const rate = async () => {
    if (grade === null) return
    const reply = await run({ applicationId, expectedVersion: version, fields: { grade, text } })
    if (reply) props.onDone()
  }
  return (
    <form
      className="my-form"
      onSubmit={(event) => {
        event.preventDefault()
        void rate()
      }}
    >
      <fieldset className="grades">
        <legend>您对这次服务</legend>
        {GRADES.map((one) => (
          <label key={one.grade}>
            <input
              type="radio"
              name="grade"
              checked={grade === one.grade}
              onChange={() => setGrade(one.grade)}
            />
            {one.name}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>想说的话（可以不写）</span>
        <textarea
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={500}
        />
      </label>
      <p className="soft">被评价的人员看不到您是谁。</p>
      {problem && <ProblemNote problem={problem} kept="您的评价仍在上面。" />}
      <button type="submit" className="btn main" disabled={busy || grade === null}>
        {busy ? '正在提交…' : '提交评价'}
      </button>
    </form>
  )
}
