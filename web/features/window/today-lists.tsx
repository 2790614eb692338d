import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { WorklistName, WorklistRow } from '../../../contract/applications.ts'
import { worklistQuery } from '../../api/queries.ts'
import { remainingShort, shortMinute } from '../../ui/dates.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { listCount } from '../../ui/list-count.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

const LISTS = [
  ['to-accept', '待受理', '没有等待受理的办件。网上提交的申请会自动出现在这里。'],
  ['awaiting-correction', '待补正', '没有等待补正的办件。'],
  ['window-today', '今日办件', '今天还没有收件。'],
] as const satisfies readonly (readonly [WorklistName, string, string])[]

type ListProps = { openId: string | null; onOpen: (applicationId: string | null) => void }

/** Left: who is called here, what waits for this window, and what it did today. */
export function TodayLists(props: ListProps & { freshKey: string; children?: ReactNode }) {
  const { openId, onOpen, freshKey } = props
  const isCalling = freshKey !== 'F2'
  return (
    <section className="today" aria-label="待办与今日办件">
      {props.children}
      <button
        type="button"
        className={`btn fresh ${isCalling ? '' : 'primary'}`}
        onClick={() => onOpen(null)}
      >
        新收件 <Kbd>{freshKey}</Kbd>
      </button>
      {LISTS.map(([list, name, empty]) => (
        <OneList key={list} list={list} name={name} empty={empty} openId={openId} onOpen={onOpen} />
      ))}
    </section>
  )
}

function OneList(props: ListProps & { list: WorklistName; name: string; empty: string }) {
  const { data, error, refetch } = useQuery(worklistQuery(props.list))
  return (
    <>
      <div className="sub">
        <h2 className="h">{props.name}</h2>
        {data && <span className="count">{listCount(data.count)}</span>}
      </div>
      <ul aria-label={props.name}>
        {data?.rows.map((row) => (
          <li key={row.applicationId} className={row.applicationId === props.openId ? 'on' : ''}>
            <button type="button" onClick={() => props.onOpen(row.applicationId)}>
              <Row row={row} today={props.list === 'window-today'} />
            </button>
          </li>
        ))}
        {data?.rows.length === 0 && <li className="none">{props.empty}</li>}
        {!data && error && (
          <li className="none">
            <ProblemNote problem={error} onRetry={() => void refetch()} />
          </li>
        )}
        {!data && !error && <Skeleton lines={2} />}
      </ul>
    </>
  )
}

function Row({ row, today }: { row: WorklistRow; today: boolean }) {
  return (
    <>
      <span className="b ell">{row.applicantName}</span>
      {today ? (
        <span className="sec small">{row.statusName}</span>
      ) : (
        <Lamp light={row.light}>{remainingShort(row.remaining) || row.statusName}</Lamp>
      )}
      <span className="sec small ell">{row.itemName}</span>
      <span className="sec small">{shortMinute(row.receivedAt)}</span>
    </>
  )
}
