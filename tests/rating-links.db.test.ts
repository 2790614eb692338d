import { afterAll, describe, expect, test } from 'vitest'
import type { Instant } from '../domain/shared/ids.ts'
import { newId } from '../server/event-log/chain.ts'
import { makeRatingLink } from '../server/ratings/rating-links.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'
import { receivedAtWindow } from './support/received-at-window.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
const now = '2026-03-02T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
afterAll(() => server.close())

const received = async () => await receivedAtWindow(server)
const link = async (applicationId: string, contact: 'intake' | 'delivery' = 'intake') =>
  (await makeRatingLink(database, REGION, applicationId, contact)).replace('/rate/', '')
const rate = async (token: string, grade: number) =>
  await server.send(null, 'POST', `/api/rating-links/${token}`, {
    commandId: newId(),
    grade,
    text: '<img src=x onerror=alert(1)>',
  })

describe('a one-time link to rate a contact', () => {
  test('tells the item and the contact, and nobody’s name', async () => {
    const page = await server.send(null, 'GET', `/api/rating-links/${await link(await received())}`)
    expect(page.json()).toMatchObject({ contact: 'intake', contactName: '收件' })
    expect(page.body).not.toContain('张')
  })

  test('rates once, in the applicant’s name in the trail and as a bad rating where it is one', async () => {
    const applicationId = await received()
    const token = await link(applicationId)
    expect((await rate(token, 1)).statusCode).toBe(200)
    expect((await rate(token, 5)).json()).toMatchObject({ code: 'rating-link-gone' })
    const second = await link(applicationId)
    expect((await rate(second, 5)).json()).toMatchObject({ code: 'already-rated' })
    const waiting = await server.send('ducha', 'GET', '/api/worklists/to-follow-up')
    expect(waiting.body).toContain(applicationId)
  })

  test('for a contact that has not been is refused, and one made up is nobody’s', async () => {
    const token = await link(await received(), 'delivery')
    expect((await rate(token, 5)).json()).toMatchObject({ code: 'already-rated' })
    expect((await rate('A'.repeat(43), 5)).json()).toMatchObject({ code: 'rating-link-gone' })
    const short = await server.send(null, 'GET', '/api/rating-links/abc')
    expect(short.statusCode).toBe(422)
  })

  test('too old is gone', async () => {
    const token = await link(await received())
    await database.query(
      `update rating_link set expires_at = '2020-01-01' where region_code = $1 and used_at is null`,
      [REGION],
    )
    expect((await rate(token, 5)).json()).toMatchObject({ code: 'rating-link-gone' })
  })
})
