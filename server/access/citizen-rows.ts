import type { Assurance } from '../../domain/access/assurance.ts'
import type { IdentityType } from '../../domain/application/applicant.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export type CitizenRow = {
  readonly accountId: AccountId
  readonly username: string
  readonly name: string
  readonly identity: string
  readonly assurance: Assurance
  readonly contactName: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly registeredAt: string | null
  readonly providerLinked: boolean
}

// Accounts that the centre made itself (a rehearsal's) have no row of their own: the centre knows who they are.
const COLUMNS = `
  select a.account_id as "accountId", a.username, a.name, a.identity, coalesce(c.assurance, 'L2') as assurance,
         c.contact_name as "contactName", c.phone, c.email, c.registered_at as "registeredAt",
         exists (select from oidc_link l where l.region_code = $1 and l.account_id = a.account_id) as "providerLinked"
    from account a
    left join citizen c on c.region_code = $1 and c.account_id = a.account_id
   where a.region_code = $1 and a.role = 'applicant' and not a.disabled`
const BY_ACCOUNT = `${COLUMNS} and a.account_id = $2`
const BY_IDENTITY = `
  select c.account_id as "accountId" from citizen c where c.region_code = $1 and c.identity = $2`

export async function findCitizen(
  db: Database,
  regionCode: number,
  accountId: string,
): Promise<CitizenRow | undefined> {
  const [row] = await db.query<CitizenRow>(BY_ACCOUNT, [regionCode, accountId])
  return row
}

/** The one living account of an identity. */
export async function findCitizenByIdentity(
  db: Database,
  regionCode: number,
  identity: string,
): Promise<CitizenRow | undefined> {
  const [holder] = await db.query<{ accountId: string }>(BY_IDENTITY, [regionCode, identity])
  return holder && (await findCitizen(db, regionCode, holder.accountId))
}

/** `id-card:5132…` in its two parts. */
export function partsOfIdentity(identity: string): {
  readonly identityType: IdentityType
  readonly identityNumber: string
} {
  const colon = identity.indexOf(':')
  return {
    identityType: identity.slice(0, colon) as IdentityType,
    identityNumber: identity.slice(colon + 1),
  }
}
