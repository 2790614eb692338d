import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { ask } from '../../../contract/enquiries.ts'
import { useEnquiryWords } from './words.ts'

export type AskedReceipt = z.output<typeof ask.reply>

/** What the asker takes away; the heading takes the focus, so that it is heard. */
export function Asked(props: { receipt: AskedReceipt; onAnother: () => void }) {
  const words = useEnquiryWords()
  const { number, queryCode, dueOn, answererName } = props.receipt
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="asked">
      <h2 ref={heading} tabIndex={-1}>
        {words.done}
      </h2>
      <dl>
        <dt>{words.yourNumber}</dt>
        <dd>{number}</dd>
        <dt>{words.yourCode}</dt>
        <dd>{queryCode ?? '—'}</dd>
      </dl>
      <p>{queryCode === null ? words.askedBefore : words.keepThem}</p>
      <p>{words.by(dueOn, answererName)}</p>
      <button type="button" className="btn" onClick={props.onAnother}>
        {words.another}
      </button>
    </section>
  )
}
