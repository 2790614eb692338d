import { AWAY_AFTER_MS, type WindowSession, type WindowState } from './window-session.ts'

/** How a window stands now: silence counts first, for whoever waits there waits for nobody. */
export function windowStateOf(
  session: WindowSession | undefined,
  hasTicket: boolean,
  now: number,
): WindowState {
  if (session === undefined) return 'closed'
  if (isSilent(session, now)) return 'away'
  if (session.paused !== null) return 'paused'
  return hasTicket ? 'busy' : 'free'
}

export function isSilent({ seenAt }: Pick<WindowSession, 'seenAt'>, now: number): boolean {
  return now - seenAt > AWAY_AFTER_MS
}
