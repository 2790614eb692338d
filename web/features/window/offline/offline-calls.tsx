import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { OfflineTicketAct } from '../../../../contract/offline.ts'
import { FIRST_OFFLINE_TICKET } from '../../../../domain/offline/reserved-range.ts'
import { nextOwnSerial } from '../../../../domain/offline/window-share.ts'
import { QUEUE_CODES, ticketNumberOf } from '../../../../domain/queue/ticket.ts'
import type { JournalEntry } from '../../../api/offline/journal-entry.ts'
import { type QueueWindows, queueWindows } from '../../../api/offline/keep-for-offline.ts'
import { withOfflineDatabase, writeOffline } from '../../../api/offline/offline-place.ts'
import { useOffline } from '../../../api/offline/use-offline.ts'
import { meQuery } from '../../../api/queries.ts'

const ACTS = [
  ['ticket-called', '叫号'],
  ['ticket-passed', '过号'],
  ['ticket-finished', '办结'],
] as const

/** Calling by word of mouth: the window's own numbers in turn, each act written down with its time. */
export function OfflineCalls() {
  const me = useQuery(meQuery()).data
  const { entries } = useOffline()
  const [windows, setWindows] = useState<QueueWindows>({})
  const [typed, setTyped] = useState('')
  useEffect(() => void withOfflineDatabase(queueWindows).then(setWindows), [])
  const windowId = me?.window
  if (windowId === undefined) return null
  const acts = entries.map(({ entry }) => entry).filter(isTicketAct)
  const last = acts.at(-1)
  const nexts = QUEUE_CODES.flatMap((queue) => nextOf(queue))
  const number = (typed || nexts[0] || '').toUpperCase()
  const write = (kind: OfflineTicketAct['kind']) => {
    void writeOffline({ entry: { kind, entryId: uuidv7(), number, windowId } })
    if (kind !== 'ticket-called') setTyped('')
    else setTyped(number)
  }
  return (
    <div className="offline-calls">
      <label>
        号码
        <input
          value={number}
          maxLength={10}
          onChange={(event) => setTyped(event.target.value.trim())}
        />
      </label>
      {ACTS.map(([kind, name]) => (
        <button
          key={kind}
          type="button"
          className="btn"
          disabled={number === ''}
          onClick={() => write(kind)}
        >
          {name}
        </button>
      ))}
      <span className="sec small">
        {last === undefined
          ? '断网时各窗口轮流叫号，请喊号'
          : `上一个：${last.number} ${nameOf(last.kind)}`}
      </span>
    </div>
  )

  function nextOf(queue: (typeof QUEUE_CODES)[number]): string[] {
    const called = acts
      .filter(({ number: own }) => own.startsWith(queue))
      .map(({ number: own }) => Number(own.slice(1)))
    const before = Math.max(FIRST_OFFLINE_TICKET - 1, ...called)
    const serial = nextOwnSerial(before, windowId ?? 0, windows[queue] ?? [])
    return serial === undefined ? [] : [ticketNumberOf(queue, serial)]
  }
}

function isTicketAct(entry: JournalEntry): entry is OfflineTicketAct {
  return ACTS.some(([kind]) => kind === entry.kind)
}

function nameOf(kind: OfflineTicketAct['kind']): string {
  return ACTS.find(([known]) => known === kind)?.[1] ?? ''
}
