import type { ReactNode } from 'react'
import type { GuideView } from '../../../contract/catalogue.ts'
import { useChinese } from '../words/chinese.ts'
import { Pending } from './pending.tsx'

/** One part of a guide, by its id a place to link to. */
export function GuideSection(props: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section className="s" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** Sentences of the record, each with what is unconfirmed in it. `part` is the list's name in the record. */
export function Sentences(props: {
  guide: GuideView
  part: 'conditions' | 'prohibitions' | 'legalBasis' | 'rights' | 'notes'
  className?: string
}) {
  const { guide, part } = props
  const chinese = useChinese()
  return (
    <ul className={props.className ?? 'plain'}>
      {guide[part].map((sentence, index) => (
        <li key={sentence}>
          <span {...chinese}>{sentence}</span>{' '}
          <Pending guide={guide} part={`${part}.${index + 1}`} />
        </li>
      ))}
    </ul>
  )
}
