import { useQuery } from '@tanstack/react-query'
import { Lamp } from '../../ui/lamp.tsx'
import { boxUsesQuery } from './locker-queries.ts'

/** What lies in the locker; those that somebody has to look at come first. Nothing where none is used. */
export function LockerList(props: {
  openId: string | null
  onOpen: (applicationId: string) => void
}) {
  const { data } = useQuery(boxUsesQuery())
  if (!data || data.uses.length === 0) return null
  const uses = data.uses.toSorted((one, other) => Number(other.needsLook) - Number(one.needsLook))
  return (
    <>
      <div className="sub">
        <h2 className="h">取件柜</h2>
        <span className="count">{uses.length}</span>
      </div>
      <ul aria-label="取件柜">
        {uses.map((use) => (
          <li key={use.depositId} className={use.applicationId === props.openId ? 'on' : ''}>
            <button type="button" onClick={() => props.onOpen(use.applicationId)}>
              <span className="b ell">
                {use.box} 格 {use.applicantName}
              </span>
              <Lamp light={use.needsLook ? 'amber' : 'green'}>{use.stateName}</Lamp>
              <span className="sec small ell">{use.number}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
