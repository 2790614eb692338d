import { useSyncExternalStore } from 'react'
import { useGuideDraft } from '../editor/draft-context.tsx'
import type { Test } from '../editor/new-parts.ts'
import { PartFrame, useFramed, type PartProps } from '../editor/part-frame.tsx'
import { toggled } from './toggled.ts'

/** In which situation a material is asked for: all of the chosen answers must hold. None chosen: always. */
export function WhenPart(props: PartProps) {
  const { value: tests, set, readOnly } = useFramed<readonly Test[]>(props)
  const { store } = useGuideDraft()
  const questions = useSyncExternalStore(store.subscribe, () => store.get().questions)
  const choose = (question: string, option: string) => set(toggled(tests, question, option))
  const lost = tests.filter(({ question }) => !questions.some(({ id }) => id === question))
  return (
    <PartFrame {...props} wide>
      {(id) => (
        <div className="when" id={id} role="group" aria-label={props.label}>
          {questions.length === 0 && (
            <span className="sec">没有情形引导，每个申请人都要提交。</span>
          )}
          {questions.map((question, at) => (
            <fieldset key={question.id}>
              <legend>
                {at + 1}. {question.text}
              </legend>
              {question.options.map(({ value, label }) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    disabled={readOnly}
                    checked={tests.some(
                      (test) => test.question === question.id && test.oneOf.includes(value),
                    )}
                    onChange={() => choose(question.id, value)}
                  />
                  {label}
                </label>
              ))}
            </fieldset>
          ))}
          {questions.length > 0 && tests.length === 0 && (
            <span className="sec">都不勾选：每个申请人都要提交。</span>
          )}
          {lost.map(({ question }) => (
            <span key={question} className="fault">
              所依据的问题已经删除。
              <button
                type="button"
                className="link"
                disabled={readOnly}
                onClick={() => set(tests.filter((test) => test.question !== question))}
              >
                去掉这个条件
              </button>
            </span>
          ))}
        </div>
      )}
    </PartFrame>
  )
}
