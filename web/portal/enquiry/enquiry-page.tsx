import { useState } from 'react'
import { call } from '../../api/call.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { knownVisitor } from '../known-visitor.ts'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { AskForm } from './ask-form.tsx'
import { Asked, type AskedReceipt } from './asked.tsx'
import { EnquiryCard } from './enquiry-card.tsx'
import { MINE, PUBLISHED } from './enquiry-operations.ts'
import { FollowForm } from './follow-form.tsx'
import { useEnquiryWords } from './words.ts'
import './enquiry.css'

const loadPublished = (signal: AbortSignal) => call(PUBLISHED, { query: {}, signal })
const loadMine = (signal: AbortSignal) => call(MINE, { signal })

/** Ask, complain, follow: `/enquiry?item=aba-36&kind=complaint` comes with both chosen. */
export function EnquiryPage() {
  const words = useEnquiryWords()
  const [receipt, setReceipt] = useState<AskedReceipt | null>(null)
  const isCitizen = knownVisitor()?.home === '/my'
  return (
    <PublicShell title={words.title}>
      <div className="wrap enquiry">
        <h1>{words.title}</h1>
        {receipt ? (
          <Asked receipt={receipt} onAnother={() => setReceipt(null)} />
        ) : (
          <AskForm onAsked={setReceipt} />
        )}
        <FollowForm />
        {isCitizen && <Mine />}
        <Published />
      </div>
    </PublicShell>
  )
}

function Mine() {
  const words = useEnquiryWords()
  const { reply } = useAnswer(loadMine)
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{words.mine}</h2>
      {reply?.enquiries.length === 0 && <EmptyNote title={words.noMine} />}
      {reply?.enquiries.map((enquiry) => (
        <EnquiryCard key={enquiry.enquiryId} enquiry={enquiry} />
      ))}
    </section>
  )
}

function Published() {
  const words = useEnquiryWords()
  const { reply } = useAnswer(loadPublished)
  return (
    <section aria-labelledby="published">
      <h2 id="published">{words.published}</h2>
      {reply?.answers.length === 0 && <p className="soft">{words.noPublished}</p>}
      {reply?.answers.map(({ number, itemName, title, text, answer, answererName, answeredOn }) => (
        <details key={number} lang="zh-CN">
          <summary>
            {title} {itemName && <small className="soft">{itemName}</small>}
          </summary>
          <p>{text}</p>
          <p>
            <b>{answer}</b>
          </p>
          <small className="soft">{words.answeredBy(answererName, answeredOn)}</small>
        </details>
      ))}
    </section>
  )
}
