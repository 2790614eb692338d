import { checkEmail } from '../../domain/access/check-email.ts'
import { isMobile } from '../../domain/identifiers/phone.ts'
import type { Database } from '../database/connect.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { proveCode, spendCode } from './one-time-code.ts'

export type ContactKind = 'phone' | 'email'
export const PURPOSE_OF = { phone: 'change-phone', email: 'change-email' } as const

/** A contact as it is kept, or what is wrong with it. */
export function checkedContact(
  contact: ContactKind,
  typed: string,
):
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly violation: Refusal } {
  if (contact === 'email') {
    const checked = checkEmail(typed)
    return checked.ok ? checked : refuse('contact-invalid', `${checked.sentence}。`)
  }
  const phone = typed.replaceAll(/[\s-]/g, '')
  return isMobile(phone)
    ? { ok: true, value: phone }
    : refuse('contact-invalid', '请填写 11 位手机号，验证码通过短信发送。')
}

/** The new contact proved itself by its code: it is the account's from now on. */
export async function changeContact(
  db: Database,
  regionCode: number,
  accountId: string,
  code: { readonly codeId: string; readonly code: string },
  /** Tells the old contact, while it still is the account's. */
  tellOld: () => Promise<void>,
): Promise<
  { readonly ok: true; readonly contact: ContactKind } | { ok: false; violation: Refusal }
> {
  for (const contact of ['phone', 'email'] as const) {
    const proven = await proveCode(db, regionCode, PURPOSE_OF[contact], code)
    if (!proven.ok) {
      if (proven.violation.code === 'one-time-code-wrong' && contact === 'phone') continue
      return proven
    }
    if (proven.accountId !== accountId) break
    if (!(await spendCode(db, regionCode, code.codeId))) break
    await tellOld()
    await db.query(SET[contact], [regionCode, accountId, proven.target, new Date().toISOString()])
    return { ok: true, contact }
  }
  return refuse('one-time-code-expired', '验证码已经失效，请重新索取。')
}

// An account that the centre made has no row yet.
const upsert = (column: string) => `
  insert into citizen as c (region_code, account_id, identity, assurance, ${column}, registered_at)
  select a.region_code, a.account_id, a.identity, 'L2', $3, $4 from account a where a.region_code = $1 and a.account_id = $2
  on conflict (region_code, account_id) do update set ${column} = excluded.${column}`

const SET = { phone: upsert('phone'), email: upsert('email') } as const
