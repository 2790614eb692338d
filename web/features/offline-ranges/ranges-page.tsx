import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RangeStanding } from '../../../contract/offline-ranges.ts'
import { meQuery } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { CopiesNote } from './copies-note.tsx'
import { HandOutDialog } from './hand-out-dialog.tsx'
import { rangesQuery } from './range-queries.ts'
import { RangeTable } from './range-table.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import './ranges.css'

const NOTHING = { today: '', copies: [], ranges: [] } as const

/** Which machine holds which reserved numbers (离线号段), and what became of them. */
export function RangesPage() {
  const mayAct = useMayAct()
  const [day, setDay] = useState('')
  const [handing, setHanding] = useState(false)
  const [revoked, setRevoked] = useState<RangeStanding | null>(null)
  const { data, error, refetch, isPending } = useQuery(rangesQuery(day || undefined))
  const { today, copies, ranges } = data ?? NOTHING
  return (
    <StaffShell place="离线号段">
      <div className="ranges-place">
        <CopiesNote copies={copies} />
        <section className="panel" aria-label="离线号段">
          <RangesTools
            day={day || today}
            onDay={setDay}
            onHandOut={mayAct ? () => setHanding(true) : null}
          />
          {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
          <RangeTable ranges={ranges} loading={isPending} onRevoke={mayAct ? setRevoked : null} />
        </section>
        {handing && data && <HandOutDialog listed={data} onClose={() => setHanding(false)} />}
        {revoked && <RevokeDialog range={revoked} onClose={() => setRevoked(null)} />}
      </div>
    </StaffShell>
  )
}

function useMayAct(): boolean {
  const role = useQuery(meQuery()).data?.role
  return role === 'hall-manager' || role === 'system-admin'
}

/** `onHandOut` null: to look at only. */
function RangesTools(props: {
  day: string
  onDay: (day: string) => void
  onHandOut: (() => void) | null
}) {
  return (
    <div className="ranges-tools">
      {props.onHandOut && (
        <button type="button" className="btn primary" onClick={props.onHandOut}>
          增发号段
        </button>
      )}
      <label>
        日期{' '}
        <input
          type="date"
          value={props.day}
          onChange={(event) => props.onDay(event.target.value)}
        />
      </label>
      <span className="sec">
        断网时窗口收件、自助机取号用的编号，平时由设备自动领取当天和下一个工作日的。已用的是归并到服务器的；设备还断着网时，它手里用掉的要等恢复后才看得到。
      </span>
    </div>
  )
}
