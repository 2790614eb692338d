import type { Assurance } from '../../domain/access/assurance.ts'
import { USUAL_WISHES, type MessageWishes } from '../../domain/message/plan-delivery.ts'
import type { Database } from '../database/connect.ts'

/** Whom a message reaches through an account, and how they wish it. */
export type Recipient = {
  readonly accountId: string
  readonly name: string
  readonly assurance: Assurance
  readonly phone: string | null
  readonly email: string | null
  readonly wishes: MessageWishes
}

type Row = Omit<Recipient, 'wishes'> & { readonly [Name in keyof MessageWishes]: boolean | null }

const COLUMNS = `
  select a.account_id as "accountId", a.name, coalesce(c.assurance, 'L2') as assurance, c.phone, c.email,
         p.legal_sms as "legalSms", p.legal_email as "legalEmail", p.courtesy_sms as "courtesySms",
         p.courtesy_email as "courtesyEmail", p.courtesy_in_app as "courtesyInApp"
    from account a
    left join citizen c on c.region_code = $1 and c.account_id = a.account_id
    left join message_preference p on p.region_code = $1 and p.account_id = a.account_id
   where a.region_code = $1 and a.role = 'applicant' and not a.disabled`
const BY_ACCOUNT = `${COLUMNS} and a.account_id = $2::uuid`
const BY_IDENTITY = `
  select account_id as "accountId" from citizen where region_code = $1 and identity = $2`

export async function findRecipient(
  db: Database,
  regionCode: number,
  accountId: string,
): Promise<Recipient | undefined> {
  const [row] = await db.query<Row>(BY_ACCOUNT, [regionCode, accountId])
  if (!row) return undefined
  const { accountId: id, name, assurance, phone, email } = row
  return { accountId: id, name, assurance, phone, email, wishes: wishesOf(row) }
}

export async function findRecipientByIdentity(
  db: Database,
  regionCode: number,
  identity: string,
): Promise<Recipient | undefined> {
  const [holder] = await db.query<{ accountId: string }>(BY_IDENTITY, [regionCode, identity])
  return holder && (await findRecipient(db, regionCode, holder.accountId))
}

function wishesOf(row: Row): MessageWishes {
  return {
    legalSms: row.legalSms ?? USUAL_WISHES.legalSms,
    legalEmail: row.legalEmail ?? USUAL_WISHES.legalEmail,
    courtesySms: row.courtesySms ?? USUAL_WISHES.courtesySms,
    courtesyEmail: row.courtesyEmail ?? USUAL_WISHES.courtesyEmail,
    courtesyInApp: row.courtesyInApp ?? USUAL_WISHES.courtesyInApp,
  }
}
