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

/** Which machine holds which reserved numbers (离线号段), and what became of them. */
export function RangesPage() {
  const role = useQuery(meQuery()).data?.role ?? ''
  const mayAct = role === 'hall-manager' || role === 'system-admin'
  const [day, setDay] = useState('')
  const [handing, setHanding] = useState(false)
  const [revoked, setRevoked] = useState<RangeStanding | null>(null)
  const { data, error, refetch, isPending } = useQuery(rangesQuery(day === '' ? undefined : day))
  return (
    <StaffShell place="离线号段">
      <div className="ranges-place">
        {data && data.copies.length > 0 && <CopiesNote copies={data.copies} />}
        <section className="panel" aria-label="离线号段">
          <div className="ranges-tools">
            {mayAct && (
              <button
                type="button"
                className="btn primary"
                disabled={data === undefined}
                onClick={() => setHanding(true)}
              >
                增发号段
              </button>
            )}
            <label>
              日期{' '}
              <input
                type="date"
                value={day === '' ? (data?.today ?? '') : day}
                onChange={(event) => setDay(event.target.value)}
              />
            </label>
            <span className="sec">
              断网时窗口收件、自助机取号用的编号，平时由设备自动领取当天和下一个工作日的。已用的是归并到服务器的；设备还断着网时，它手里用掉的要等恢复后才看得到。
            </span>
          </div>
          {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
          <RangeTable
            ranges={data?.ranges ?? []}
            loading={isPending}
            onRevoke={mayAct ? setRevoked : null}
          />
        </section>
        {handing && data && <HandOutDialog listed={data} onClose={() => setHanding(false)} />}
        {revoked && <RevokeDialog range={revoked} onClose={() => setRevoked(null)} />}
      </div>
    </StaffShell>
  )
}
