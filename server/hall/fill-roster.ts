import { uuidv7 } from 'uuidv7'
import type { HttpContext } from '../http/http-context.ts'
import type { HallStore } from './hall-store.ts'
import { saveConfiguration } from './stored-configuration.ts'

const CLERKS = `
  select account_id as "accountId", window_number as "windowId" from account
   where region_code = $1 and role = 'window-clerk' and demonstration and post_open and not disabled order by username limit 200`

/** The demonstration's clerks at the posts of their windows; a roster that somebody filled is left alone. */
export async function fillRoster(
  { db, clock }: HttpContext,
  store: HallStore,
  regionCode: number,
): Promise<void> {
  const { version, configuration } = (await store.look(regionCode)).configuration
  if (configuration.posts.some(({ accountId }) => accountId !== null)) return
  type Clerk = { readonly accountId: string; readonly windowId: number | null }
  const left = await db.query<Clerk>(CLERKS, [regionCode])
  const posts = configuration.posts.map((post) => {
    const index = left.findIndex(({ windowId }) => windowId === post.windowId)
    const [clerk] = index < 0 ? [] : left.splice(index, 1)
    return { ...post, accountId: clerk?.accountId ?? null }
  })
  await saveConfiguration(db, regionCode, {
    commandId: uuidv7(),
    expectedVersion: version,
    configuration: { ...configuration, posts },
    at: clock(regionCode),
    by: { accountId: null, name: '演示环境' },
  })
  store.forgetConfiguration(regionCode)
}
