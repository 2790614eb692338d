import { useQuery } from '@tanstack/react-query'
import type { WorklistName } from '../../../contract/applications.ts'
import { worklistQuery } from '../../api/queries.ts'
import { remainingShort } from '../../ui/dates.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { listCount } from '../../ui/list-count.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

const LISTS = [
  ['to-issue', '待出件', '没有等待出件的办件。盖章后会自动出现在这里。'],
  ['to-deliver', '待送达', '没有等待送达的办件。'],
] as const satisfies readonly (readonly [WorklistName, string, string])[]

type ListProps = { openId: string | null; onOpen: (applicationId: string) => void }

export function IssueLists({ openId, onOpen }: ListProps) {
  return LISTS.map(([list, name, empty]) => (
    <OneList key={list} list={list} name={name} empty={empty} openId={openId} onOpen={onOpen} />
  ))
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
              <span className="b ell">{row.applicantName}</span>
              <Lamp light={row.light}>{remainingShort(row.remaining) || row.statusName}</Lamp>
              <span className="sec small ell">{row.itemName}</span>
              <span className="sec small">{row.number.slice(-6)}</span>
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
