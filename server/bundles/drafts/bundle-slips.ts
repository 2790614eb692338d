import { randomInt } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import {
  bundleSlipCodeFrom,
  bundleSlipCodeOf,
  CODE_ALPHABET,
} from '../../../domain/drafts/slip-code.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import { errorCode } from '../../database/database-errors.ts'
import { type CodeKey, createCodeLock } from '../../http/code-lock.ts'
import { codeHash, isSameHash } from '../../http/code-hash.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { type AnyViolation, refuse } from '../../http/refusal.ts'
import type { Session } from '../../http/session.ts'
import {
  type BundleDraftRow,
  type BundleDraftToKeep,
  findBundleDraft,
  keepBundleDraft,
} from './bundle-draft-row.ts'

const UNIQUE_VIOLATION = '23505'
const MOST_TRIES = 8
/** Wrong codes on one draft, or by one account; from one address, behind which a whole hall may sit. */
const MOST = { code: 5, account: 5, address: 50 } as const
const lock = createCodeLock({ purpose: 'bundle-slip', minutes: 15, most: MOST })

const WRONG = refuse(
  'code-wrong',
  '取件码不正确，或者已经收件、过期。一件事的取件码以 1 开头，请对照凭条逐位核对。',
)
const NOT_YOURS = refuse(
  'draft-of-account',
  '这份填写的内容属于一个账号。请登录那个账号后再继续；也可以凭取件码到窗口办理。',
)

type Refused = { readonly ok: false; readonly violation: AnyViolation }
type Slip = { readonly code: string; readonly expiresOn: LocalDate }

/** The draft as it is now, under a new code. Only the code's hash is kept. */
export async function newBundleSlip(
  { db, regionCode }: HttpContext,
  draft: Omit<BundleDraftToKeep, 'codeHash' | 'locator'>,
): Promise<{ readonly ok: true; readonly value: Slip } | Refused> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const values = Array.from({ length: 12 }, () => randomInt(CODE_ALPHABET.length))
    const code = bundleSlipCodeFrom(values)
    const { locator, secret } = bundleSlipCodeOf(code) ?? { locator: '', secret: '' }
    try {
      const hash = codeHash(draft.draftId, secret)
      const expiresOn = await keepBundleDraft(db, regionCode, { ...draft, locator, codeHash: hash })
      return expiresOn === undefined ? NOT_YOURS : { ok: true, value: { code, expiresOn } }
    } catch (error) {
      // Another draft has this locator.
      if (errorCode(error) !== UNIQUE_VIOLATION) throw error
    }
  }
  throw new Error('Every locator tried was taken')
}

/** The draft behind a code. Wrong ones are counted on the draft meant, and on the account or the address. */
export async function bundleDraftByCode(
  { db, regionCode, clock }: HttpContext,
  by: { readonly request: FastifyRequest; readonly visitor: Session | undefined },
  typed: string,
): Promise<{ readonly ok: true; readonly value: BundleDraftRow } | Refused> {
  const now = clock(regionCode)
  const code = bundleSlipCodeOf(typed)
  const keys: CodeKey<keyof typeof MOST>[] = [
    { kind: 'code', value: code?.locator ?? typed.slice(0, 6).toUpperCase() },
    by.visitor === undefined
      ? { kind: 'address', value: by.request.ip }
      : { kind: 'account', value: by.visitor.actor.accountId },
  ]
  const { allowed, until = now } = await lock.take(db, regionCode, keys, now)
  if (!allowed) return locked(Math.ceil((Date.parse(until) - Date.parse(now)) / 1000))
  const draft = code === undefined ? undefined : await findBundleDraft(db, regionCode, code.locator)
  const isRight =
    draft !== undefined &&
    code !== undefined &&
    draft.expiresAt > now &&
    isSameHash(draft.codeHash, codeHash(draft.draftId, code.secret))
  if (!isRight) return WRONG
  await lock.giveBack(db, regionCode, keys.slice(1))
  await lock.forget(db, regionCode, keys.slice(0, 1))
  return { ok: true, value: draft }
}

/** At home what an account kept opens to that account alone. */
export function refuseOthers({ accountId }: BundleDraftRow, visitor: Session | undefined) {
  return accountId === null || accountId === visitor?.actor.accountId ? null : NOT_YOURS
}

function locked(seconds: number): Refused {
  return refuse(
    'code-locked',
    `取件码连续输错，已锁定，请 ${Math.ceil(seconds / 60)} 分钟后再试；也可以登录原来的账号，或者请窗口协助。`,
    { retryAfterSeconds: seconds },
  )
}
