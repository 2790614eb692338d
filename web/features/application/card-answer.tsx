import { Input } from 'antd'
import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import type { CardRule } from '../../../domain/application/supervision/card.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'

/** The answerable officer explains a card; a supervisor accepts the explanation or sends it back. */
export function CardAnswer(props: {
  application: ApplicationView
  rule: string
  kind: 'explain' | 'judge'
}) {
  const [text, setText] = useState('')
  const explain = useCommand('explain-card')
  const close = useCommand('close-card')
  const { busy, problem } = props.kind === 'explain' ? explain : close
  const target = {
    applicationId: props.application.applicationId,
    expectedVersion: props.application.version,
  }
  const rule = props.rule as CardRule
  const answer = async (accept?: boolean) => {
    const reply =
      accept === undefined
        ? await explain.run({ ...target, fields: { rule, text } })
        : await close.run({ ...target, fields: { rule, accept, text } })
    if (reply) setText('')
  }
  const label = props.kind === 'explain' ? '情况说明' : '审定意见'
  return (
    <form className="answer" onSubmit={(event) => event.preventDefault()}>
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={
          props.kind === 'explain' ? '说明原因和改正措施' : '审定意见（退回时请写明原因）'
        }
        aria-label={label}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
      />
      {problem && <ProblemNote problem={problem} kept="您填写的说明仍在上面。" />}
      {props.kind === 'explain' ? (
        <button
          type="button"
          className="btn primary"
          disabled={busy || text.trim() === ''}
          onClick={() => void answer()}
        >
          提交说明
        </button>
      ) : (
        <span className="pair">
          <button type="button" className="btn" disabled={busy} onClick={() => void answer(false)}>
            退回重新说明
          </button>
          <button
            type="button"
            className="btn primary"
            disabled={busy}
            onClick={() => void answer(true)}
          >
            接受说明，销号
          </button>
        </span>
      )}
    </form>
  )
}
