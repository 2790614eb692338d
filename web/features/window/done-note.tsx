import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { noticePagesQuery } from '../../api/queries.ts'
import { DocumentPages } from '../../ui/document-pages.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Done } from './window-work.tsx'

/** After the act: the number, the signed document, the printer, and the next person one key away. */
export function DoneNote(props: {
  done: Done
  /** At a window of the hall: the same person has something else to do. */
  onAgain: (() => void) | null
  onNext: () => void
  onOpen: (applicationId: string) => void
}) {
  const { act, reply } = props.done
  const notice = reply.notices[0]
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  return (
    <section className="done" aria-label="办理结果">
      <header role="status">
        <div>
          <h2>
            {act}已办理 <span className="number">{reply.number}</span>
          </h2>
          <p className="sec">
            {notice ? `${notice.title} ${notice.number}` : '本步骤不出具文书'}
            {' · 办件编号和查询码印在接收凭证上，申请人可凭此查进度'}
          </p>
        </div>
        {notice && (
          <PrintButton
            document={{ kind: 'notice', noticeId: notice.noticeId }}
            className="btn big"
            hotkey="Ctrl+P"
          />
        )}
        <button type="button" className="btn big" onClick={() => props.onOpen(reply.applicationId)}>
          查看本件
        </button>
        {props.onAgain && (
          <button type="button" className="btn big" onClick={props.onAgain}>
            同一人再办 <Kbd>Shift F2</Kbd>
          </button>
        )}
        <button ref={next} type="button" className="btn big primary" onClick={props.onNext}>
          下一位 <Kbd>F2</Kbd>
        </button>
      </header>
      {notice && <SignedPages noticeId={notice.noticeId} title={notice.title} />}
    </section>
  )
}

function SignedPages({ noticeId, title }: { noticeId: string; title: string }) {
  const { data, error, refetch } = useQuery(noticePagesQuery(noticeId))
  if (data) return <DocumentPages title={title} pages={data.pages} />
  return error ? (
    <ProblemNote
      problem={error}
      kept="文书已经生效，只是暂时显示不出来；稍后可在本件页面查看和打印。"
      onRetry={() => void refetch()}
    />
  ) : (
    <Skeleton lines={12} />
  )
}
