import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerEnquiry, type EnquiryForStaff } from '../../../contract/enquiries.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { longDate, longMinute } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { enquiryQuery } from './enquiry-queries.ts'
import { ForwardForm } from './forward-form.tsx'

type Reply = { readonly text: string; readonly publish: boolean }
const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'text' in value && 'publish' in value
const noReply = (): Reply => ({ text: '', publish: true })

/** One question: what was asked, who asked, the answer. What is typed survives a reload. */
export function EnquiryWork(props: { enquiryId: string; onGone: () => void }) {
  const { data, error, refetch } = useQuery(enquiryQuery(props.enquiryId))
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  return (
    <article className="enquiry-work">
      <h1>{data.title}</h1>
      <p className="sec">
        {data.number} · {data.kindName} · {longMinute(data.askedAt)}提出 · 期限{' '}
        {longDate(data.dueOn)}
      </p>
      <dl>
        <dt>事项</dt>
        <dd>{data.itemName ?? '不针对某个事项'}</dd>
        {data.applicationNumber && (
          <>
            <dt>办件编号</dt>
            <dd>{data.applicationNumber}</dd>
          </>
        )}
        <dt>提问人</dt>
        <dd>
          {data.askerName} {data.phone} {data.email}
        </dd>
      </dl>
      <p className="asked-text">{data.text}</p>
      {data.answer && (
        <div className="told quiet">
          <b>答复</b>（{data.answer.byName}，{longMinute(data.answer.at)}
          {data.published ? '，已公开' : ''}）<p className="asked-text">{data.answer.text}</p>
        </div>
      )}
      {data.possible.includes('answer') && <AnswerForm enquiry={data} />}
      {data.possible.includes('forward') && <ForwardForm enquiry={data} onDone={props.onGone} />}
      <ol className="log" aria-label="经过">
        {data.log.map(({ act, at, byName, text }) => (
          <li key={`${at}${act}`} className="sec small">
            {longMinute(at)} {byName} {act} {act === '转交' ? text : ''}
          </li>
        ))}
      </ol>
    </article>
  )
}

function AnswerForm({ enquiry }: { enquiry: EnquiryForStaff }) {
  const { enquiryId, revision, kind } = enquiry
  const queries = useQueryClient()
  const draft = useDraft(`enquiry-${enquiryId}`, noReply, isReply)
  const [commandId, setCommandId] = useState(() => crypto.randomUUID())
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ text, publish }: Reply) =>
      call(answerEnquiry, {
        params: { enquiryId },
        body: {
          commandId,
          expectedRevision: revision,
          text,
          publish: kind === 'consultation' && publish,
        },
      }),
    onSuccess: async () => {
      draft.clear()
      await queries.invalidateQueries({ queryKey: ['enquiries'] })
      await queries.invalidateQueries({ queryKey: ['enquiry', enquiryId] })
    },
    onError: async () => {
      setCommandId(crypto.randomUUID())
      await queries.invalidateQueries({ queryKey: ['enquiry', enquiryId] })
    },
  })
  const { text, publish } = draft.value
  const answer = () => {
    if (text.trim() !== '' && !isPending) mutate(draft.value)
  }
  useHotkeys({ 'Ctrl+Enter': answer })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        answer()
      }}
    >
      <label>
        答复
        <textarea
          rows={6}
          maxLength={4000}
          value={text}
          onChange={(event) => draft.set((before) => ({ ...before, text: event.target.value }))}
        />
      </label>
      {kind === 'consultation' && (
        <label className="inline">
          <input
            type="checkbox"
            checked={publish}
            onChange={(event) =>
              draft.set((before) => ({ ...before, publish: event.target.checked }))
            }
          />
          公开在门户（不显示提问人；问题里有个人信息的不要公开）
        </label>
      )}
      {error && <ProblemNote problem={asApiProblem(error)} kept="您写的答复都在。" />}
      <button type="submit" className="btn primary" disabled={text.trim() === '' || isPending}>
        {isPending ? '正在答复…' : '答复'} <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
      </button>
    </form>
  )
}
