import type { ServerResponse } from 'node:http'
import type { LiveMessage } from '../../contract/live.ts'
import type { FeedRow } from '../event-log/read-feed.ts'
import type { Session } from '../http/session.ts'
import type { Listener } from './live-hub.ts'

/** Bytes a reader may fall behind before it is let go; it comes back with its cursor. */
const SLOW_READER = 256 * 1024
/** Heartbeats between two looks whether the session still lives. */
const BEATS_A_CHECK = 4

/** Writes the feed to one browser, as far as its person may see it, while the session lives. */
export function streamListener(
  stream: ServerResponse,
  session: Session,
  stillThere: () => Promise<Session | undefined>,
): Listener {
  let beats = 0
  const send = (text: string) => {
    if (stream.destroyed || stream.writableEnded) return
    stream.write(text)
    if (stream.writableLength > SLOW_READER) stream.destroy()
  }
  return {
    deliver: (rows) => {
      const text = rows
        .filter((row) => maySee(session, row))
        .map(eventOf)
        .join('')
      if (text !== '') send(text)
    },
    beat: () => {
      send(': beat\n\n')
      beats += 1
      if (beats % BEATS_A_CHECK > 0) return
      stillThere().then(
        (present) => present ?? stream.end(),
        () => stream.end(),
      )
    },
    end: () => stream.end(),
  }
}

/** Staff of the region hear of everything that moves; an applicant of their own applications only. */
function maySee({ actor }: Session, { owner }: FeedRow): boolean {
  return actor.role !== 'applicant' || (actor.identity !== undefined && actor.identity === owner)
}

function eventOf({ cursor, applicationId, departmentId, status, version }: FeedRow): string {
  const message: LiveMessage = { applicationId, departmentId, status, version }
  return `id: ${cursor}\ndata: ${JSON.stringify(message)}\n\n`
}
