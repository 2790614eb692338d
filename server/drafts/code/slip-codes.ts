import { randomInt } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { CODE_ALPHABET, slipCodeFrom, slipCodeOf } from '../../../domain/drafts/slip-code.ts'
import { errorCode } from '../../database/database-errors.ts'
import { codeHash, isSameHash } from '../../http/code-hash.ts'
import { refuse } from '../../http/refusal.ts'
import type { Session } from '../../http/session.ts'
import { refuseLocked, slipLock, type SlipKey } from './code-lock.ts'
import type { Done, DraftContext } from '../draft-context.ts'
import { type DraftRow, findByLocator } from '../draft-row.ts'

const UNIQUE_VIOLATION = '23505'
const MOST_TRIES = 8
const KEEP = `
  update application_draft set code_locator = $3, code_hash = $4
   where region_code = $1 and draft_id = $2 and application_id is null returning draft_id`
const WRONG = refuse(
  'code-wrong',
  '取件码不正确，或者草稿已经提交、过期。请对照取件单逐位核对（没有字母 I、O，没有数字 0、1）。',
)

/** A new code for the draft, replacing the one before; undefined: it is submitted. Only its hash is kept. */
export async function newSlipCode(
  { db, regionCode }: DraftContext,
  draftId: string,
): Promise<string | undefined> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const code = slipCodeFrom(Array.from({ length: 12 }, () => randomInt(CODE_ALPHABET.length)))
    const { locator, secret } = slipCodeOf(code) ?? { locator: '', secret: '' }
    try {
      const kept = await db.query(KEEP, [regionCode, draftId, locator, codeHash(draftId, secret)])
      return kept.length > 0 ? code : undefined
    } catch (error) {
      // Another draft has this locator.
      if (errorCode(error) !== UNIQUE_VIOLATION) throw error
    }
  }
  throw new Error('Every locator tried was taken')
}

/** The draft behind a code. Wrong ones are counted on the draft meant, on the account and on the address. */
export async function draftByCode(
  { db, regionCode, clock }: DraftContext,
  { request, visitor }: { readonly request: FastifyRequest; readonly visitor: Session | undefined },
  typed: string,
): Promise<Done<DraftRow>> {
  const now = clock(regionCode)
  const code = slipCodeOf(typed)
  const keys: SlipKey[] = [
    { kind: 'code', value: code?.locator ?? typed.slice(0, 5).toUpperCase() },
    visitor === undefined
      ? { kind: 'address', value: request.ip }
      : { kind: 'account', value: visitor.actor.accountId },
  ]
  const guess = await slipLock.take(db, regionCode, keys, now)
  if (!guess.allowed) return refuseLocked(guess, now)
  const draft = code === undefined ? undefined : await findByLocator(db, regionCode, code.locator)
  const isRight =
    draft !== undefined &&
    code !== undefined &&
    draft.codeHash !== null &&
    draft.state === 'open' &&
    draft.expiresAt > now &&
    isSameHash(draft.codeHash, codeHash(draft.draftId, code.secret))
  if (!isRight) return WRONG
  await slipLock.giveBack(db, regionCode, keys.slice(1))
  await slipLock.forget(db, regionCode, keys.slice(0, 1))
  return { ok: true, value: draft }
}
