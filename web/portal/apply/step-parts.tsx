import { useEffect, useRef, type ReactNode } from 'react'
import type { FieldFault } from '../../../domain/form/form-definition.ts'
import { useApplyWords } from './words.ts'

/** The heading of a page; it takes the focus when the page is turned, so that a screen reader begins there. */
export function StepHeading({
  id,
  children,
  lang,
}: {
  id: string
  children: ReactNode
  lang?: string
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [id])
  return (
    <h1 ref={heading} tabIndex={-1} lang={lang}>
      {children}
    </h1>
  )
}

export function StepButtons(props: {
  onBack?: (() => void) | undefined
  onNext?: () => void
  next?: string
  busy?: boolean
}) {
  const words = useApplyWords()
  return (
    <div className="apply-go no-print">
      {props.onBack && (
        <button type="button" className="btn quiet" onClick={props.onBack}>
          {words.back}
        </button>
      )}
      {props.onNext && (
        <button type="button" className="btn main" disabled={props.busy} onClick={props.onNext}>
          {props.next ?? words.saveNext}
        </button>
      )}
    </div>
  )
}

/** `isOwn`: in the words of the page; else Chinese, as the rule says it. */
export type SummaryFault = FieldFault & { readonly target: string; readonly isOwn?: boolean }

/** What is wrong on this page, each leading to its field; takes the focus when it appears. */
export function ErrorSummary({
  faults,
  round,
}: {
  faults: readonly SummaryFault[]
  round: number
}) {
  const words = useApplyWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (round > 0) box.current?.focus()
  }, [round])
  if (faults.length === 0) return null
  return (
    <div className="apply-faults" role="alert" tabIndex={-1} ref={box}>
      <h2>{words.faults(faults.length)}</h2>
      <ul>
        {faults.map(({ element, message, target, isOwn }) => (
          <li key={element}>
            <a
              href={`#${target}`}
              {...(isOwn ? {} : { lang: 'zh-CN' })}
              onClick={(event) => {
                // The # belongs to the pages; the field is gone to by focus.
                event.preventDefault()
                document.getElementById(target)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
