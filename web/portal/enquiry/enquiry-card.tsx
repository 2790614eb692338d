import type { EnquiryView } from '../../../contract/enquiries.ts'
import { useEnquiryWords } from './words.ts'

/** One question and where it stands; what people wrote stays in their language. */
export function EnquiryCard({ enquiry }: { enquiry: EnquiryView }) {
  const words = useEnquiryWords()
  const { number, title, text, itemName, answer, answererName, dueOn, overdue } = enquiry
  return (
    <article className="enquiry-card" lang="zh-CN">
      <h3>{title}</h3>
      <small className="soft">
        {number} {itemName}
      </small>
      <p>{text}</p>
      {answer ? (
        <div className="answer">
          <b lang={document.documentElement.lang}>{words.answer}</b>
          <p>{answer.text}</p>
          <small className="soft">{words.answeredBy(answererName, answer.at.slice(0, 10))}</small>
        </div>
      ) : (
        <p className={overdue ? 'late' : 'soft'} lang={document.documentElement.lang}>
          {words.waiting(dueOn)} {overdue && words.late}
        </p>
      )}
    </article>
  )
}
