import { createHash } from 'node:crypto'
import type { Session } from '../http/session.ts'

/**
 * Who one booking a day is counted on: the identity once it was verified, before that the account, so that nobody uses up
 * the days of somebody whose number they typed.
 */
export function personKeyOf({ actor, assurance }: Session): Buffer {
  const { identity, accountId } = actor
  const who = identity === undefined || assurance === 'L1' ? `account:${accountId}` : identity
  return createHash('sha256').update(`booking:${who}`).digest()
}
