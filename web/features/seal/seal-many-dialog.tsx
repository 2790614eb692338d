import { useQueries } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import type { WorklistRow } from '../../../contract/applications.ts'
import { applicationQuery } from '../../api/queries.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { whyNotSealed } from './seal-checks.ts'
import { CertificatePages } from './letter-papers.tsx'
import { tallyOf, tallyWords, type BatchEntry } from './seal-batch.ts'
import { useSealBatch } from './use-seal-batch.ts'
import { moved } from './waiting-selection.ts'

/** All the chosen at once: one confirmation that shows each certificate, then each its own act and its own answer. */
export function SealManyDialog(props: { rows: readonly WorklistRow[]; onClose: () => void }) {
  // Sealed rows leave the list behind: the dialog keeps what it opened with.
  const rows = useRef(props.rows).current
  const { batch, phase, begin, again } = useSealBatch(rows)
  const views = useQueries({ queries: rows.map((row) => applicationQuery(row.applicationId)) })
  const [shownId, setShownId] = useState(rows[0]?.applicationId)
  const shown = rows.find(({ applicationId }) => applicationId === shownId)
  const blocked = new Map(
    rows.flatMap((row, index) => {
      const view = views[index]?.data
      const entry = batch[index]
      const why = view && entry?.state === 'waiting' ? whyNotSealed(view) : undefined
      return why === undefined ? [] : [[row.applicationId, why] as const]
    }),
  )
  const read = views.every(({ isPending }) => !isPending)
  const ready = rows.length - blocked.size
  const tally = tallyOf(batch)
  const skip = new Set(blocked.keys())
  const act = labelOf(phase, ready, tally.retriable)
  const confirm = () => {
    if (phase === 'asking' && ready > 0) void begin(skip)
    else if (phase === 'finished' && tally.retriable > 0) void again(skip)
    else if (phase === 'finished') props.onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (steps === undefined) return
    event.preventDefault()
    setShownId(moved(rows, shownId, steps)?.applicationId)
  }
  return (
    <ConfirmDialog
      title={`盖章 ${rows.length} 份`}
      {...(act === undefined ? {} : { confirmLabel: act })}
      ready={phase === 'finished' || (read && ready > 0)}
      busy={phase === 'running'}
      confirmKey="F8"
      onConfirm={confirm}
      onClose={props.onClose}
      warning={
        phase === 'asking' && (
          <>
            {blocked.size > 0 && `${blocked.size} 份现在不能盖章，将跳过。`}
            加盖“阿坝州行政审批局行政审批专用章”（测试印章，无法律效力），逐份记入用印登记簿，不能删除。
          </>
        )
      }
    >
      <div className="seal-many">
        <ul
          role="listbox"
          aria-label="将要盖章的证照"
          tabIndex={0}
          autoFocus
          onKeyDown={onKeyDown}
          aria-activedescendant={shownId && `sealing-${shownId}`}
        >
          {rows.map((row, index) => (
            <Entry
              key={row.applicationId}
              row={row}
              view={views[index]?.data}
              entry={batch[index]}
              blocked={blocked.get(row.applicationId)}
              shown={row.applicationId === shownId}
              onShow={() => setShownId(row.applicationId)}
            />
          ))}
        </ul>
        <div className="preview">
          {shown && <CertificatePages applicationId={shown.applicationId} title={shown.itemName} />}
        </div>
      </div>
      {phase !== 'asking' && (
        <div className="progress" role="status">
          <progress max={ready + tally.sealed} value={tally.sealed + tally.refused} />
          {phase === 'running' ? `正在逐份盖章：${tallyWords(tally)}` : `${tallyWords(tally)}。`}
          {phase === 'finished' && tally.refused > 0 && '没有盖成的仍在待盖章列表中，仍被选中。'}
        </div>
      )}
    </ConfirmDialog>
  )
}

function labelOf(phase: string, ready: number, retriable: number): string | undefined {
  if (phase === 'finished') return retriable > 0 ? `按最新状态再盖 ${retriable} 份` : '完成'
  return ready > 0 ? `盖章 ${ready} 份` : undefined
}

function Entry(props: {
  row: WorklistRow
  view: ApplicationView | undefined
  entry: BatchEntry | undefined
  blocked: string | undefined
  shown: boolean
  onShow: () => void
}) {
  const { row, view, entry, blocked } = props
  return (
    <li
      id={`sealing-${row.applicationId}`}
      role="option"
      aria-selected={props.shown}
      className={props.shown ? 'on' : ''}
      onClick={props.onShow}
    >
      <span className="b ell">{view?.certificate?.name ?? row.itemName}</span>
      <EntryState entry={entry} blocked={blocked} />
      <span className="sec small ell">
        {row.applicantName} · {row.departmentName}
      </span>
      <span className="sec small r">{view?.certificate?.number ?? row.number.slice(-6)}</span>
      {blocked && <p className="fault">{blocked}</p>}
      {entry?.problem && (
        <p className="fault">
          {entry.problem.detail}
          <span className="sec"> 代码 {entry.problem.code}</span>
        </p>
      )}
    </li>
  )
}

function EntryState(props: { entry: BatchEntry | undefined; blocked: string | undefined }) {
  if (props.blocked) return <span className="state bad">跳过</span>
  switch (props.entry?.state) {
    case 'running':
      return <span className="state">正在盖章…</span>
    case 'sealed':
      return <span className="state good">✓ 已盖章</span>
    case 'refused':
      return <span className="state bad">✕ 没有盖成</span>
    default:
      return <span className="state sec">待盖章</span>
  }
}
