import { useQuery } from '@tanstack/react-query'
import { applicationQuery, worklistQuery } from '../../api/queries.ts'
import { remainingShort } from '../../ui/dates.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskPlace } from './desk-place.ts'
import { WorkView } from './work-view.tsx'

/** One application open, the list it came from beside it. */
export function DeskWork({ place, openId }: { place: DeskPlace; openId: string }) {
  const { list, q } = place
  const loaded = useQuery(worklistQuery(list, q === '' ? undefined : q)).data
  const rows = loaded?.rows ?? []
  const at = rows.findIndex(({ applicationId }) => applicationId === openId)
  const move = (by: number) => {
    // Gone from the list after its act: the next one is now the first.
    const to = at < 0 ? rows[0] : rows[at + by]
    if (to) place.go({ openId: to.applicationId })
  }
  useHotkeys({ J: () => move(1), K: () => move(-1), Escape: () => place.go({ openId: null }) })
  const { data, error, refetch } = useQuery(applicationQuery(openId))
  return (
    <div className="work">
      <nav aria-label="本列表的办件">
        <ul>
          {rows.map((row) => (
            <li key={row.applicationId} className={row.applicationId === openId ? 'on' : ''}>
              <button type="button" onClick={() => place.go({ openId: row.applicationId })}>
                <span className="b ell">{row.itemName}</span>
                <span className="who">
                  <span className="ell">{row.applicantName}</span>
                  <Lamp light={row.light}>{remainingShort(row.remaining) || row.statusName}</Lamp>
                </span>
              </button>
            </li>
          ))}
          {loaded && rows.length === 0 && <li className="none">这个列表已经办完。按 Esc 返回。</li>}
        </ul>
      </nav>
      {data && <WorkView key={openId} application={data} onNext={() => move(1)} />}
      {!data && error && (
        <div className="view">
          <ProblemNote problem={error} onRetry={() => void refetch()} />
        </div>
      )}
      {!data && !error && <Skeleton lines={14} />}
    </div>
  )
}
