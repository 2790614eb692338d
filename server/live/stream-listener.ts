import type { ServerResponse } from 'node:http'
import type { LiveMessage } from '../../contract/live.ts'
import type { FeedRow } from '../event-log/read-feed.ts'
import type { Session } from '../http/session.ts'
import type { Listener } from './live-channel.ts'

/** Bytes a reader may fall behind before it is let go; it comes back with its cursor. */
const SLOW_READER = 256 * 1024
/** Heartbeats between two looks whether the session still lives. */
const BEATS_A_CHECK = 4
/** Clocks differ a little: a session that is just about to end is not looked at in a circle. */
const LEAST_LOOK_MS = 1_000

/**
 * Writes the feed to one browser, as far as its person may see it, while the session lives: it ends with a sign-out or a closed
 * account at once (`recheck`), with the session's own end at that moment, and whatever was missed at a heartbeat.
 */
export function streamListener(
  stream: ServerResponse,
  session: Session,
  stillThere: () => Promise<Session | undefined>,
): Listener {
  let beats = 0
  let end: ReturnType<typeof setTimeout> | undefined
  stream.once('close', () => clearTimeout(end))
  const look = () => {
    stillThere().then(
      (present) => (present === undefined ? stream.end() : endWith(present)),
      () => stream.end(),
    )
  }
  /** Listening is not activity, what else the person does is: looked at again when the hour has come. */
  const endWith = ({ endsAt }: Session) => {
    clearTimeout(end)
    end = setTimeout(look, Math.max(Date.parse(endsAt) - Date.now(), LEAST_LOOK_MS))
    end.unref()
  }
  endWith(session)
  const send = (bytes: Buffer | string) => {
    if (stream.destroyed || stream.writableEnded) return
    stream.write(bytes)
    if (stream.writableLength > SLOW_READER) stream.destroy()
  }
  return {
    deliver: (rows) => {
      if (session.actor.role !== 'applicant') {
        send(bytesOf(rows))
        return
      }
      const own = rows.filter((row) => isOwn(session, row))
      if (own.length > 0) send(own.map(eventOf).join(''))
    },
    beat: () => {
      send(': beat\n\n')
      beats += 1
      if (beats % BEATS_A_CHECK === 0) look()
    },
    recheck: (accountId) => {
      if (session.actor.accountId === accountId) look()
    },
    end: () => stream.end(),
  }
}

// Staff of the region hear of everything that moves: a thousand of them are sent the same bytes.
const written = new WeakMap<readonly FeedRow[], Buffer>()

function bytesOf(rows: readonly FeedRow[]): Buffer {
  const known = written.get(rows)
  if (known !== undefined) return known
  const bytes = Buffer.from(rows.map(eventOf).join(''))
  written.set(rows, bytes)
  return bytes
}

/** An applicant hears of their own applications only. */
function isOwn({ actor }: Session, { owner }: FeedRow): boolean {
  return actor.identity !== undefined && actor.identity === owner
}

function eventOf({ cursor, applicationId, departmentId, status, version }: FeedRow): string {
  const message: LiveMessage = { applicationId, departmentId, status, version }
  return `id: ${cursor}\ndata: ${JSON.stringify(message)}\n\n`
}
