import { useState } from 'react'
import {
  LETTER_STATEMENTS,
  type LetterStatement,
} from '../../../../domain/application/application.ts'
import { LETTER_STATEMENT_NAME } from '../../../../domain/application/sealing/letter-statements.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'

/** The sealing letter (准予许可函): the department answers for four statements, each ticked by hand. */
export function LetterForm({ application, onAct }: ActFormProps) {
  const [made, setMade] = useState<readonly LetterStatement[]>([])
  const missing = LETTER_STATEMENTS.length - made.length
  const toggle = (statement: LetterStatement) =>
    setMade((before) =>
      before.includes(statement)
        ? before.filter((one) => one !== statement)
        : [...before, statement],
    )
  return (
    <div className="form">
      <fieldset className="four">
        <legend>函告州行政审批局的四项说明，逐项核对</legend>
        {LETTER_STATEMENTS.map((statement) => (
          <label key={statement}>
            <input
              type="checkbox"
              checked={made.includes(statement)}
              onChange={() => toggle(statement)}
            />
            <b>{LETTER_STATEMENT_NAME[statement]}</b>
          </label>
        ))}
      </fieldset>
      <p className="sec small">
        函与证照 {application.certificate?.number} 的摘要绑定：证照再有改动，须重新出函。
      </p>
      <ActButton
        label="预览准予许可函"
        reason={missing > 0 ? `还有 ${missing} 项没有核对` : null}
        onAct={() =>
          onAct({
            name: 'send-letter',
            fields: { statements: [...LETTER_STATEMENTS] },
            title: '准予许可函',
            confirmLabel: '发函',
          })
        }
      />
    </div>
  )
}
