import { useRef } from 'react'
import { moved } from '../fields/moved.ts'
import { RowActs } from '../fields/row-acts.tsx'
import { TextPart } from '../fields/text-part.tsx'
import { useGuideDraft, usePart } from './draft-context.tsx'
import { newOption, newQuestion, type Option, type Question } from './new-parts.ts'
import { PartFrame } from './part-frame.tsx'
import { QuestionDrawing } from './question-drawing.tsx'
import { Said } from './said.tsx'
import { Section } from './section.tsx'

/** 情形引导: questions whose answers say which materials are asked for, and where an application ends before it began. */
export function SituationsSection() {
  const { store, readOnly } = useGuideDraft()
  const [questions] = usePart<readonly Question[]>('questions')
  const list = useRef<HTMLDivElement>(null)
  const restructure = (next: readonly Question[]) => store.restructure({ questions: next })
  const open = (index: number) => {
    const place = list.current?.children[index]
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector('input')?.focus()
  }
  return (
    <Section
      name="situations"
      end={
        !readOnly && (
          <button
            type="button"
            className="btn"
            onClick={() => restructure([...questions, newQuestion(questions)])}
          >
            添加问题
          </button>
        )
      }
    >
      {questions.length === 0 ? (
        <p className="sec none">
          没有问题：所有申请人的条件和材料相同。有的材料只要一部分人交，或者有的人不必申请，就在这里添加问题。
        </p>
      ) : (
        <QuestionDrawing questions={questions} onOpen={open} />
      )}
      <div ref={list}>
        {questions.map((question, at) => (
          <div key={question.id} className="question" data-part={`questions.${question.id}`}>
            <div className="question-head">
              <b>第 {at + 1} 问</b>
              {!readOnly && (
                <RowActs
                  name={`第 ${at + 1} 问`}
                  first={at === 0}
                  last={at === questions.length - 1}
                  onMove={(by) => restructure(moved(questions, at, by))}
                  onRemove={() => restructure(questions.toSpliced(at, 1))}
                />
              )}
            </div>
            <Said part={`questions.${question.id}`} />
            <TextPart {...partOf(question, at, 'text')} label="问题" max={200} wide />
            <TextPart {...partOf(question, at, 'help')} label="说明" max={500} nullable wide />
            <Options at={at} questions={questions} />
          </div>
        ))}
      </div>
    </Section>
  )
}

/** The linter calls a question by its id. */
function partOf({ id }: Question, at: number, field: string) {
  return { path: `questions.${at}.${field}`, part: `questions.${id}.${field}` }
}

const STOP = '!stop'

function Options({ at, questions }: { at: number; questions: readonly Question[] }) {
  const { store, readOnly } = useGuideDraft()
  const path = `questions.${at}.options`
  const part = `questions.${questions[at]?.id ?? ''}.options`
  const [options, set] = usePart<readonly Option[]>(path)
  const change = (place: number, option: Partial<Option>) =>
    set(options.map((one, index) => (index === place ? { ...one, ...option } : one)))
  const lead = (place: number, to: string) => {
    if (to === STOP) change(place, { next: null, stop: options[place]?.stop ?? '' })
    else change(place, { next: to === '' ? null : to, stop: null })
  }
  return (
    <PartFrame path={path} part={part} label="选项" wide>
      {() => (
        <div className="options">
          {options.map((option, place) => (
            <div key={option.value} className="option" data-part={`${part}.${place}`}>
              <input
                className="control"
                aria-label={`第 ${at + 1} 问选项 ${place + 1}`}
                value={option.label}
                maxLength={100}
                readOnly={readOnly}
                placeholder={`选项 ${place + 1}`}
                onChange={(event) => change(place, { label: event.target.value })}
              />
              <select
                className="control"
                aria-label={`第 ${at + 1} 问选项 ${place + 1} 之后`}
                value={option.stop === null ? (option.next ?? '') : STOP}
                disabled={readOnly}
                onChange={(event) => lead(place, event.target.value)}
              >
                <option value="">然后申请</option>
                <option value={STOP}>到此为止，告知…</option>
                {questions.map(({ id, text }, index) =>
                  index === at ? null : (
                    <option key={id} value={id}>
                      第 {index + 1} 问：{text.slice(0, 20)}
                    </option>
                  ),
                )}
                {option.next !== null && !questions.some(({ id }) => id === option.next) && (
                  <option value={option.next}>（问题已删除）</option>
                )}
              </select>
              {!readOnly && (
                <RowActs
                  name={`选项 ${place + 1}`}
                  first={place === 0}
                  last={place === options.length - 1}
                  onMove={(by) => store.restructure({ [path]: moved(options, place, by) })}
                  onRemove={() => store.restructure({ [path]: options.toSpliced(place, 1) })}
                />
              )}
              {option.stop !== null && (
                <input
                  className="control stop"
                  aria-label={`第 ${at + 1} 问选项 ${place + 1} 告知的内容`}
                  value={option.stop}
                  maxLength={500}
                  readOnly={readOnly}
                  placeholder="告知：为什么不需要申请，或者到哪里办"
                  onChange={(event) => change(place, { stop: event.target.value })}
                />
              )}
            </div>
          ))}
          {!readOnly && (
            <button
              type="button"
              className="link add"
              onClick={() => store.restructure({ [path]: [...options, newOption(options)] })}
            >
              + 添加选项
            </button>
          )}
        </div>
      )}
    </PartFrame>
  )
}
