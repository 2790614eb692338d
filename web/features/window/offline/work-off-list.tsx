import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { type OpenEntry, settleEntry } from '../../../../contract/offline.ts'
import { call } from '../../../api/call.ts'
import { mergeNow } from '../../../api/offline/offline-place.ts'
import { shortMinute } from '../../../ui/dates.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'

type Act = 'again' | 'retime' | 'told' | 'discard'

/** What came back with a question: nothing is lost, and nothing goes on without the clerk. */
export function WorkOffList({ rows }: { rows: readonly OpenEntry[] }) {
  if (rows.length === 0) return <p className="none">没有需要处理的离线记录。</p>
  return (
    <ul className="work-off" aria-label="离线归并待处理">
      {rows.map((row) => (
        <WorkOffRow key={row.entryId} row={row} />
      ))}
    </ul>
  )
}

function WorkOffRow({ row }: { row: OpenEntry }) {
  const { entryId, state, code } = row
  const [time, setTime] = useState('')
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: (act: Act) =>
      call(settleEntry, {
        params: { entryId },
        body: {
          commandId: uuidv7(),
          act,
          takenAt: act === 'retime' && time !== '' ? instantOf(time) : null,
          reason,
        },
      }),
    onSuccess: mergeNow,
  })
  return (
    <li>
      <b>{row.printedNumber ?? '未编号'}</b> {row.applicantName} {row.itemName}{' '}
      <span className="sec">{shortMinute(row.takenAt)}</span>
      <p>
        {row.sentence} <small>{code}</small>
      </p>
      {state === 'renumbered' ? (
        <button
          type="button"
          className="btn primary"
          disabled={isPending}
          onClick={() => mutate('told')}
        >
          已告知申请人
        </button>
      ) : (
        <div className="acts">
          <label>
            实际收件时间
            <input
              type="datetime-local"
              value={time}
              onChange={(event) => setTime(event.target.value)}
            />
          </label>
          <label>
            理由
            <input
              value={reason}
              maxLength={200}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <button
            type="button"
            className="btn"
            disabled={isPending || time === ''}
            onClick={() => mutate('retime')}
          >
            按此时间归并
          </button>
          <button
            type="button"
            className="btn"
            disabled={isPending}
            onClick={() => mutate('again')}
          >
            重新归并
          </button>
          <button
            type="button"
            className="btn"
            disabled={isPending}
            onClick={() => mutate('discard')}
          >
            不收此件
          </button>
        </div>
      )}
      {error && <ProblemNote problem={error} />}
    </li>
  )
}

/** What is typed is China time. */
function instantOf(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString()
}
