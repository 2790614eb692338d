import { expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import {
  CHANGED_GUIDES,
  CHANGED_MATERIALS,
  textsOf,
  WHOLE_GUIDE,
} from '../../domain/catalogue/testing/guide-changes.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { composedServer } from '../../tests/support/composed-server.ts'

const { database: db } = await freshDatabase({ maxConnections: 4 })
const server = await composedServer(db, () => '2026-03-02T02:00:00.000Z' as Instant)
const { reference } = server.applicationContext

/** What the API answers when this is the only guide of its item. */
async function answered(guide: ServiceGuide): Promise<string> {
  reference.use({
    items: ABA_ITEMS,
    guides: [guide],
    organisations: ABA_ORGANISATIONS,
    calendar: ABA_CALENDAR_DATA,
  })
  const answer = await server.send(null, 'GET', `/api/items/${guide.itemId}`)
  expect(answer.statusCode).toBe(200)
  return answer.body
}

test.each([...CHANGED_GUIDES, ...CHANGED_MATERIALS])(
  'the API tells %s',
  async (_, before, after) => {
    expect(await answered(after)).not.toBe(await answered(before))
  },
)

test('the API tells every text of the record letter for letter', async () => {
  const body = await answered(WHOLE_GUIDE)
  expect(textsOf(WHOLE_GUIDE).filter((text) => !body.includes(text))).toEqual([])
})
