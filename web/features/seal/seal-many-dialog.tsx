import { useQueries } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import type { WorklistRow } from '../../../contract/applications.ts'
import { applicationQuery } from '../../api/queries.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { whyNotSealed } from './seal-checks.ts'
import { CertificatePages } from './letter-papers.tsx'
import {
  isOpenEnded,
  isRetriable,
  tallyOf,
  tallyWords,
  wasMoved,
  type Batch,
  type BatchEntry,
} from './seal-batch.ts'
import { useSealBatch } from './use-seal-batch.ts'
import { moved } from './waiting-selection.ts'

/** All the chosen at once: one confirmation that shows each certificate, then each its own act and its own answer. */
export function SealManyDialog(props: {
  rows: readonly WorklistRow[]
  onDone: () => void
  onClose: () => void
}) {
  // Sealed rows leave the list behind: the dialog keeps what it opened with.
  const [rows] = useState(props.rows)
  const { batch, phase, begin, again } = useSealBatch(rows)
  const views = useQueries({ queries: rows.map((row) => applicationQuery(row.applicationId)) })
  const blocked = blockedOf(
    batch,
    views.map(({ data }) => data),
  )
  const tally = tallyOf(batch)
  const asked = batch.filter(
    ({ applicationId, state }) => state !== 'waiting' || !blocked.has(applicationId),
  ).length
  const retriable = batch.filter(
    (entry) => isRetriable(entry) && !blocked.has(entry.applicationId),
  ).length
  const act = labelOf(phase, asked, retriable)
  const confirm = () => {
    const skip = new Set(blocked.keys())
    if (phase === 'asking') void begin(skip)
    else if (retriable > 0) void again(skip)
    else props.onDone()
  }
  return (
    <ConfirmDialog
      title={`盖章 ${rows.length} 份`}
      {...(act === undefined ? {} : { confirmLabel: act })}
      ready={views.every(({ isPending }) => !isPending)}
      busy={phase === 'running'}
      confirmKey="F8"
      onConfirm={confirm}
      onClose={phase === 'finished' ? props.onDone : props.onClose}
      warning={phase === 'asking' && <Warning skipped={blocked.size} />}
    >
      <Entries rows={rows} views={views.map(({ data }) => data)} batch={batch} blocked={blocked} />
      {phase !== 'asking' && (
        <div className="progress" role="status">
          <progress max={asked} value={tally.sealed + tally.refused + tally.unanswered} />
          {phase === 'running' ? `正在逐份盖章：${tallyWords(tally)}` : `${tallyWords(tally)}。`}
          {phase === 'finished' && tally.refused > 0 && '没有盖成的没有用印，仍待盖章的保持选中。'}
          {phase === 'finished' &&
            tally.unanswered > 0 &&
            '没有收到答复的可能已经盖上，再盖一次不会重复用印。'}
        </div>
      )}
    </ConfirmDialog>
  )
}

function Warning({ skipped }: { skipped: number }) {
  return (
    <>
      {skipped > 0 && `${skipped} 份现在不能盖章，将跳过。`}
      加盖“阿坝州行政审批局行政审批专用章”（测试印章，无法律效力），逐份记入用印登记簿，不能删除。
    </>
  )
}

type View = ApplicationView | undefined

/** What cannot be sealed as it stands, and why: it is not even asked. */
function blockedOf(batch: Batch, views: readonly View[]): ReadonlyMap<string, string> {
  return new Map(
    batch.flatMap((entry, index) => {
      const view = views[index]
      const open = entry.state === 'waiting' || wasMoved(entry)
      const why = view && open ? whyNotSealed(view) : undefined
      return why === undefined ? [] : [[entry.applicationId, why] as const]
    }),
  )
}

function Entries(props: {
  rows: readonly WorklistRow[]
  views: readonly View[]
  batch: Batch
  blocked: ReadonlyMap<string, string>
}) {
  const { rows } = props
  const [shownId, setShownId] = useState(rows[0]?.applicationId)
  const shown = rows.find(({ applicationId }) => applicationId === shownId)
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = STEPS[event.key]
    if (steps === undefined) return
    event.preventDefault()
    setShownId(moved(rows, shownId, steps)?.applicationId)
  }
  return (
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
            view={props.views[index]}
            entry={props.batch[index]}
            blocked={props.blocked.get(row.applicationId)}
            shown={row.applicationId === shownId}
            onShow={() => setShownId(row.applicationId)}
          />
        ))}
      </ul>
      <div className="preview">
        {shown && <CertificatePages applicationId={shown.applicationId} title={shown.itemName} />}
      </div>
    </div>
  )
}
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

function labelOf(phase: string, ready: number, retriable: number): string | undefined {
  if (phase === 'finished') return retriable > 0 ? `再盖 ${retriable} 份` : '完成'
  return ready > 0 ? `盖章 ${ready} 份` : undefined
}

function Entry(props: {
  row: WorklistRow
  view: View
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
      {blocked && <p className="fault">{blocked}。</p>}
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
  if (props.blocked && props.entry?.state === 'waiting')
    return <span className="state bad">跳过</span>
  switch (props.entry?.state) {
    case 'running':
      return <span className="state">正在盖章…</span>
    case 'sealed':
      return <span className="state good">✓ 已盖章</span>
    case 'refused':
      if (isOpenEnded(props.entry)) return <span className="state bad">？没有收到答复</span>
      return <span className="state bad">✕ 没有盖成</span>
    case 'waiting':
    case undefined:
      return <span className="state sec">待盖章</span>
  }
}
