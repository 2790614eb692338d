import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Assurance } from '../../domain/access/assurance.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { findCitizen, findCitizenByIdentity, type CitizenRow } from './citizen-rows.ts'
import { hashPassword } from './password.ts'
import { insertCitizen } from './register-citizen.ts'
import { raiseAssurance, recordVerification } from './verify-citizen.ts'

/** Whom an identity provider vouches for. */
export type ProviderPerson = {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly identity: string
  readonly assurance: Assurance
  readonly evidence: string
}

export type ProviderAccount = {
  readonly accountId: AccountId
  /** The account was only stated before: its password and contacts were somebody's, whoever that was. */
  readonly wasTakenOver: boolean
  readonly isNew: boolean
}

/**
 * The one account of the person the provider names, by identity. An account that somebody only stated keeps neither its
 * password nor its contacts nor its sessions: who registered under another's number beforehand gains nothing by it.
 */
export async function accountOfProvider(
  db: Database,
  regionCode: number,
  person: ProviderPerson,
): Promise<ProviderAccount> {
  const linked = await linkedAccount(db, regionCode, person)
  if (linked) {
    await raiseAssurance(db, regionCode, linked, person)
    return { accountId: linked.accountId, wasTakenOver: false, isNew: false }
  }
  const known = await findCitizenByIdentity(db, regionCode, person.identity)
  const account = known ? await takeOver(db, regionCode, known) : await make(db, regionCode, person)
  const citizen = known ?? (await findCitizen(db, regionCode, account.accountId))
  if (citizen) await raiseAssurance(db, regionCode, citizen, person)
  await link(db, regionCode, account.accountId, person)
  return account
}

/** A link holds only while the account still has the identity the provider names. */
async function linkedAccount(
  db: Database,
  regionCode: number,
  { issuer, subject, identity }: ProviderPerson,
): Promise<CitizenRow | undefined> {
  const [row] = await db.query<{ accountId: string }>(
    `select account_id as "accountId" from oidc_link where region_code = $1 and issuer = $2 and subject = $3`,
    [regionCode, issuer, subject],
  )
  const citizen = row && (await findCitizen(db, regionCode, row.accountId))
  if (citizen?.identity === identity) return citizen
  if (row)
    await db.query(
      'delete from oidc_link where region_code = $1 and issuer = $2 and subject = $3',
      [regionCode, issuer, subject],
    )
  return undefined
}

async function takeOver(
  db: Database,
  regionCode: number,
  { accountId, assurance }: CitizenRow,
): Promise<ProviderAccount> {
  if (assurance !== 'L1') return { accountId, wasTakenOver: false, isNew: false }
  await db.query(
    'update account set password_hash = $3 where region_code = $1 and account_id = $2',
    [regionCode, accountId, await unusablePassword()],
  )
  await db.query(
    'update citizen set phone = null, email = null, contact_name = null where region_code = $1 and account_id = $2',
    [regionCode, accountId],
  )
  return { accountId, wasTakenOver: true, isNew: false }
}

async function make(
  db: Database,
  regionCode: number,
  { name, identity, assurance }: ProviderPerson,
): Promise<ProviderAccount> {
  const made = await insertCitizen(db, regionCode, {
    name,
    identity,
    assurance,
    passwordHash: await unusablePassword(),
    contactName: null,
    phone: null,
    email: null,
  })
  if (made !== 'identity') return { accountId: made, wasTakenOver: false, isNew: true }
  // Two browsers of one person at once: the other one made it.
  const known = await findCitizenByIdentity(db, regionCode, identity)
  if (!known) throw new Error('The identity that is taken has an account')
  return await takeOver(db, regionCode, known)
}

async function link(
  db: Database,
  regionCode: number,
  accountId: AccountId,
  { issuer, subject, assurance, evidence }: ProviderPerson,
): Promise<void> {
  await db.query(
    `insert into oidc_link (region_code, issuer, subject, account_id, linked_at) values ($1, $2, $3, $4, $5)
     on conflict (region_code, issuer, subject) do nothing`,
    [regionCode, issuer, subject, accountId, new Date().toISOString()],
  )
  await recordVerification(db, regionCode, {
    verificationId: uuidv7(),
    accountId,
    assurance,
    evidence,
    byAccount: accountId,
  })
}

/** Nobody knows it: the account is entered through the provider until its person sets one. */
async function unusablePassword(): Promise<string> {
  return await hashPassword(randomBytes(32).toString('base64'))
}
