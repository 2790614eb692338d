import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MessageRow } from '../../../contract/messages.ts'
import { call } from '../../api/call.ts'
import { longMinute } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Pager } from '../my/pager.tsx'
import { useLanguage } from '../words/language.ts'
import { LIST_MESSAGES, MARK_READ } from './message-operations.ts'
import { useMessageWords } from './words.ts'
import './messages.css'

const EVERY_MS = 10_000
const NOTHING = { rows: [], unread: 0 } as const

/** Everything a person was told, the newest first; opening one marks it read. */
export function MessagesPage() {
  const words = useMessageWords()
  const queries = useQueryClient()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const { data, error, refetch } = useQuery({
    queryKey: ['worklist', 'messages', cursor ?? ''],
    queryFn: ({ signal }) => call(LIST_MESSAGES, { query: { cursor, size: 20 }, signal }),
    refetchInterval: EVERY_MS,
  })
  const read = async (messageIds: string[], allUpTo: string | null) => {
    await call(MARK_READ, { body: { messageIds, allUpTo } })
    await queries.invalidateQueries({ queryKey: ['worklist'] })
  }
  const { rows, unread } = data ?? NOTHING
  const [newest] = rows
  return (
    <>
      <div className="my-head">
        <h1>{words.title}</h1>
        {newest && unread > 0 && (
          <button
            type="button"
            className="btn quiet"
            onClick={() => void read([], newest.messageId)}
          >
            {words.allRead}
          </button>
        )}
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && rows.length === 0 && <EmptyNote title={words.none}>{words.noneHelp}</EmptyNote>}
      {rows.length > 0 && (
        <ul className="card messages">
          {rows.map((row) => (
            <Message
              key={row.messageId}
              row={row}
              onOpen={async () => {
                if (row.readAt === null) await read([row.messageId], null).catch(() => undefined)
                if (row.link !== null) window.location.assign(row.link)
              }}
            />
          ))}
        </ul>
      )}
      <Pager
        label={words.pages}
        before={words.newer}
        after={words.older}
        cursors={cursors}
        next={data?.next}
        onGo={setCursors}
      />
    </>
  )
}

function Message({ row, onOpen }: { row: MessageRow; onOpen: () => Promise<void> }) {
  const words = useMessageWords()
  const language = useLanguage()
  const unread = row.readAt === null
  return (
    <li className={unread ? 'unread' : ''}>
      <p className="what">
        <b lang="zh-CN">{row.title}</b>
        <span className={`nature ${row.nature}`}>
          {row.nature === 'legal' ? words.legal : words.courtesy}
        </span>
        {unread && <span className="mark">{words.unreadMark}</span>}
        <time className="soft" dateTime={row.at}>
          {longMinute(row.at, language)}
        </time>
      </p>
      {row.isCleared ? <p className="soft">{words.cleared}</p> : <p lang="zh-CN">{row.text}</p>}
      {(row.link !== null || unread) && (
        <button type="button" className="plain" onClick={() => void onOpen()}>
          {words.open}
        </button>
      )}
    </li>
  )
}
