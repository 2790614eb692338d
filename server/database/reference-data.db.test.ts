import { expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { followReference } from '../several-servers/follow-reference.ts'
import { loadReferenceData, saveReferenceData } from './reference-data.ts'

const { database } = await freshDatabase()
const SHIPPED = {
  items: ABA_ITEMS,
  guides: ABA_GUIDES,
  organisations: ABA_ORGANISATIONS,
  calendar: ABA_CALENDAR_DATA,
}
const item = (itemId: string): ServiceItem => {
  const found = ABA_ITEMS.find((one) => one.itemId === itemId)
  if (found === undefined) throw new Error(`No item ${itemId}`)
  return found
}
const ADD = `insert into service_item_version (item_id, version, effective_on, data) values ($1, $2, $3, $4)`

test('a database of a release that knew no search words learns them, and keeps what its department published', async () => {
  const { words: _words, sichuanCodes: _codes, ...old } = item('aba-03')
  const own = {
    ...item('aba-04'),
    name: '部门改过的名称',
    words: { ...item('aba-04').words, synonyms: ['自己的词'] },
  }
  await database.query('insert into organisation (organisation_id, data) values ($1, $2)', [
    'education',
    JSON.stringify(ABA_ORGANISATIONS.find(({ organisationId }) => organisationId === 'education')),
  ])
  await database.query('insert into service_item (item_id, data) values ($1, $2), ($3, $4)', [
    'aba-03',
    JSON.stringify({ ...old, remark: '旧备注' }),
    'aba-04',
    JSON.stringify(item('aba-04')),
  ])
  await database.query(ADD, ['aba-04', 2, '2020-02-03', JSON.stringify(own)])
  await saveReferenceData(database, SHIPPED)
  const reference = await loadReferenceData(database)
  expect(reference.getItem('aba-03').words).toEqual(item('aba-03').words)
  expect(reference.getItem('aba-03').sichuanCodes).toEqual(item('aba-03').sichuanCodes)
  expect(reference.getItem('aba-03').remark).toBe('旧备注')
  expect(reference.getItem('aba-04')).toMatchObject({
    name: '部门改过的名称',
    words: { synonyms: ['自己的词'] },
  })
})

test('the item of a day is the version of that day, and the list of today is another list after midnight', async () => {
  await database.query(ADD, [
    'aba-05',
    2,
    '2026-11-23',
    JSON.stringify({ ...item('aba-05'), status: 'suspended' }),
  ])
  const reference = await loadReferenceData(database)
  let today = '2026-11-22' as LocalDate
  reference.followDay(() => today)
  const sunday = reference.items
  expect(reference.getItem('aba-05').status).toBe('active')
  expect(reference.items).toBe(sunday)
  today = '2026-11-23' as LocalDate
  expect(reference.getItem('aba-05').status).toBe('suspended')
  expect(reference.items).not.toBe(sunday)
  expect(reference.findItemInForce('aba-05', '2026-11-22' as LocalDate)?.status).toBe('active')
})

test('a version that another server published is taken over', async () => {
  const reference = await loadReferenceData(database)
  reference.followDay(() => '2026-11-24' as LocalDate)
  const follower = await followReference(database, reference, () => Promise.resolve())
  expect(await follower.look()).toBe(false)
  await database.query(ADD, [
    'aba-06',
    2,
    '2026-11-23',
    JSON.stringify({ ...item('aba-06'), status: 'cancelled' }),
  ])
  expect(await follower.look()).toBe(true)
  expect(reference.getItem('aba-06').status).toBe('cancelled')
})

test('the application may neither change nor remove a version', async () => {
  await expect(
    database.query(`update service_item_version set version = 9 where item_id = 'aba-05'`),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(
    database.query(`delete from catalogue_change where region_code = 1`),
  ).rejects.toMatchObject({ code: '42501' })
})
