import { uuidv7 } from 'uuidv7'
import type { AccountId } from '../../domain/shared/ids.ts'
import { insertAccount } from '../../server/access/create-account.ts'
import { hashPassword } from '../../server/access/password.ts'
import { type AccountRole, POSTS } from '../../server/access/posts.ts'
import type { Database } from '../../server/database/connect.ts'
import { BENCH_PASSWORD } from '../region/bench-region.ts'
import { REGION } from './own-database.ts'

export type Person = { readonly username: string; readonly accountId: AccountId }

/** People of one post with open accounts; one hash for all, which costs the sign-in what a hash of one's own does. */
export async function openAccounts(
  db: Database,
  role: AccountRole,
  word: string,
  count: number,
): Promise<readonly Person[]> {
  const passwordHash = await hashPassword(BENCH_PASSWORD)
  const people: Person[] = []
  for (let at = 1; at <= count; at++) {
    const person = { username: `${word}${at}`, accountId: uuidv7() as AccountId }
    await insertAccount(db, {
      ...person,
      regionCode: REGION,
      name: `示例${word}${at}`,
      role,
      organisationId: POSTS[role].place,
      window: role === 'window-clerk' ? (at % 20) + 1 : null,
      passwordHash,
      mustChangePassword: false,
      postOpen: true,
    })
    people.push(person)
  }
  return people
}
