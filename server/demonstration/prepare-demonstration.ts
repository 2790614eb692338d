import cast from '../../catalogue/aba/demonstration-cast.json' with { type: 'json' }
import { readCast, seedDemonstration } from '../access/demonstration-cast.ts'
import type { ApplicationContext } from '../application/application-context.ts'
import { playDemonstrationLives } from './play-lives.ts'

/** Printed on the sign-in page of the demonstration: no secret. */
export const DEMONSTRATION_PASSWORD = 'yichuang-yanshi-2026'

/** The cast, and on an empty database a few applications so that every desk has something on it. */
export async function prepareDemonstration(
  context: ApplicationContext,
  regionCode: number,
  say: (line: string) => void,
): Promise<void> {
  const people = readCast(cast)
  const accounts = await seedDemonstration(context.db, regionCode, people, DEMONSTRATION_PASSWORD)
  const [any] = await context.db.query(
    'select 1 as one from application where region_code = $1 limit 1',
    [regionCode],
  )
  if (any !== undefined) return
  const played = await playDemonstrationLives(context, regionCode, people, accounts)
  say(`演示数据：${people.length} 位演示人员，${played} 件示例办件 / demonstration data ready`)
}
