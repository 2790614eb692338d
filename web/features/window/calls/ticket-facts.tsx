import { Link } from 'react-router'
import type { TicketForStaff } from '../../../../contract/tickets.ts'
import { PRIORITY_REASON_NAME } from '../../../../domain/queue/ticket.ts'
import { clockOf } from '../../../ui/dates.ts'
import { durationWords, minutesWords, secondsSince } from '../../../ui/duration-words.ts'
import { useNow } from '../../../ui/use-now.ts'
import { classWords } from './call-keys.ts'

/** The number in hand, large: its class, how long it waited, how long it has been served. */
export function TicketFacts({ ticket }: { ticket: TicketForStaff }) {
  const { number, status, statusName, queueName, itemName, calledAt, startedAt } = ticket
  const now = useNow(1)
  const waitedUntil = calledAt === null ? now : Date.parse(calledAt)
  const since = startedAt ?? calledAt
  const reason = (one: keyof typeof PRIORITY_REASON_NAME) => PRIORITY_REASON_NAME[one]
  return (
    <div className="in-hand">
      <div className="line sec">
        <span>
          {statusName}
          {status === 'called' && ticket.calls > 1 ? ` · 第 ${ticket.calls} 次` : ''}
        </span>
        <span role="timer">{since === null ? '' : durationWords(secondsSince(since, now))}</span>
      </div>
      <div className="line">
        <span className="number">{number}</span>
        <span className="sec small">
          等候{minutesWords(secondsSince(ticket.takenAt, waitedUntil))}
        </span>
      </div>
      <div className="sec small">
        {queueName} · {classWords(ticket, reason, clockOf)}
      </div>
      {itemName && <div className="small ell" title={itemName}>{`要办：${itemName}`}</div>}
      {ticket.applications.length > 0 && (
        <ul className="brought small" aria-label="本号办件">
          {ticket.applications.map(({ applicationId, number: of, itemName: name }) => (
            <li key={applicationId} className="ell">
              <Link to={`/window?open=${applicationId}`} aria-label={`打开 ${of}`}>
                {of}
              </Link>{' '}
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
