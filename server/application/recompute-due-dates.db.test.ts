import { expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import { buildCalendar } from '../../domain/deadline/working-calendar.ts'
import type { Instant, LocalDate, ServiceItemId } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { referenceData } from '../database/reference-data.ts'
import { newId } from '../event-log/chain.ts'
import type { ApplicationContext } from './application-context.ts'
import { handleCommand } from './handle-command.ts'
import { recomputeDueDates } from './recompute-due-dates.ts'
import { clerk } from './testing/commanders.ts'

const { database: db } = await freshDatabase()
const REGION = 513_200

test('when next year is announced, open applications are counted anew and both results stand in the trail', async () => {
  const provisional = ABA_CALENDAR_DATA
  const reference = referenceData({
    items: ABA_ITEMS,
    guides: ABA_GUIDES,
    organisations: ABA_ORGANISATIONS,
    calendar: provisional,
  })
  const now = '2026-12-28T01:00:00.000Z' as Instant
  const context: ApplicationContext = {
    db,
    reference,
    clock: () => now,
    portalUrl: 'http://localhost',
    onCommit: () => undefined,
  }
  const by = clerk()
  const applicationId = newId()
  const applicant = {
    kind: 'person',
    name: '张示例',
    identityType: 'id-card',
    identityNumber: '513201199003070014',
    phone: null,
    address: null,
    contactName: null,
  } as const
  const give = async (expectedVersion: number, command: object) =>
    await handleCommand(context, {
      regionCode: REGION,
      applicationId,
      commandId: newId(),
      expectedVersion,
      commander: by,
      command: { ...command, by: by.actor, at: now } as never,
    })
  await give(0, {
    type: 'ReceiveApplication',
    itemId: 'aba-36' as ServiceItemId,
    applicant,
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  })
  await give(1, { type: 'AcceptApplication' })

  const announced = {
    year: 2027,
    announced: true,
    document: '测试用放假通知',
    days: [
      { date: '2027-01-01' as LocalDate, kind: 'off' as const, name: '元旦' },
      { date: '2027-01-04' as LocalDate, kind: 'off' as const, name: '元旦调休' },
    ],
  }
  const before = reference.calendar
  reference.useCalendar(
    buildCalendar({
      ...provisional,
      version: '2027',
      years: [...provisional.years.filter(({ year }) => year !== 2027), announced],
    }),
  )
  expect(await recomputeDueDates(context, REGION, before)).toBe(1)
  const [event] = await db.query<{
    data: { before: { decision: string }; after: { decision: string } }
  }>(`select data from application_event where region_code = $1 and type = 'DueDatesRecomputed'`, [
    REGION,
  ])
  expect([event?.data.before.decision, event?.data.after.decision]).toEqual([
    '2027-01-26',
    '2027-01-27',
  ])
  expect(await recomputeDueDates(context, REGION, reference.calendar)).toBe(0)
})
