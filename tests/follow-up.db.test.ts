import { afterAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { ABA_ORGANISATIONS } from '../catalogue/aba/load-catalogue.ts'
import type { listAccounts, recordTraining } from '../contract/accounts.ts'
import type { ApplicationView } from '../contract/application-view.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { newId } from '../server/event-log/chain.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'
import { receivedAtWindow } from './support/received-at-window.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
/** Monday 2 March 2026, 09:00. */
const now = '2026-03-02T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
afterAll(() => server.close())

const received = async () => await receivedAtWindow(server)

async function view(username: string, applicationId: string): Promise<ApplicationView> {
  return (await server.send(username, 'GET', `/api/applications/${applicationId}`)).json()
}

async function act(username: string, applicationId: string, name: string, fields: object) {
  const { version: expectedVersion } = await view(username, applicationId)
  return await server.send(username, 'POST', `/api/applications/${applicationId}/${name}`, {
    commandId: newId(),
    expectedVersion,
    ...fields,
  })
}

async function waiting(): Promise<{ rows: { applicationId: string }[]; count: number }> {
  return (await server.send('ducha', 'GET', '/api/worklists/to-follow-up')).json()
}

async function wholeViews(applicationId: string): Promise<number> {
  const rows = await database.query(
    `select 1 from access_audit
      where region_code = $1 and action = 'identity-viewed' and actor_role = 'supervisor' and subject_id = $2`,
    [REGION, applicationId],
  )
  return rows.length
}

test('a bad rating waits for the supervisor’s call until a call settles it', async () => {
  const [bad, good] = [await received(), await received()]
  expect((await waiting()).rows).toEqual([])
  expect((await act('shenqing1', bad, 'rate', { grade: 1, text: '等了很久' })).statusCode).toBe(200)
  expect((await act('shenqing1', good, 'rate', { grade: 5, text: '' })).statusCode).toBe(200)

  expect(await waiting()).toMatchObject({
    rows: [
      {
        applicationId: bad,
        dueOn: '2026-03-03',
        dueName: '回访期限',
        remaining: 1,
        light: 'amber',
      },
    ],
    count: 1,
  })
  const counts = (await server.send('ducha', 'GET', '/api/worklists')).json().counts
  expect(counts).toContainEqual({ list: 'to-follow-up', name: '待回访', count: 1 })
  const seen = await view('ducha', bad)
  expect(seen.possible).toContain('follow-up')
  expect(seen.applicant).toMatchObject({
    identityNumber: '513201********0015',
    phone: '13800000000',
  })
  expect(seen.ratings).toMatchObject([
    { grade: 1, gradeName: '非常不满意', text: '等了很久', followUpDueOn: '2026-03-03' },
  ])

  await act('ducha', bad, 'follow-up', { outcome: 'hard', text: '需要两个部门一起改' })
  expect(await waiting()).toMatchObject({
    rows: [{ dueOn: '2026-03-23', light: 'green' }],
    count: 1,
  })
  await act('ducha', bad, 'follow-up', { outcome: 'resolved', text: '' })
  expect(await waiting()).toMatchObject({ rows: [], count: 0 })
  const settled = await view('ducha', bad)
  expect(settled.possible).not.toContain('follow-up')
  expect(settled.applicant.phone).not.toBe('13800000000')
  // Seen whole while a call was due (here, and when the act asked for the version), never after.
  expect(await wholeViews(bad)).toBe(3)
  expect(settled.ratings).toMatchObject([
    {
      followUpDueOn: null,
      followUps: [
        { outcomeName: '疑难，正在处理', text: '需要两个部门一起改' },
        { outcomeName: '已回访，评价人满意', text: '' },
      ],
    },
  ])
})

test('the calls about a rating are not told to the applicant, and nobody else makes them', async () => {
  const applicationId = await received()
  await act('shenqing1', applicationId, 'rate', { grade: 2, text: '' })
  const call = { outcome: 'contacted', text: '已致歉' }
  for (const other of ['chuangkou1', 'wentilv.shenhe', 'shenqing1'])
    expect((await act(other, applicationId, 'follow-up', call)).statusCode).toBe(403)
  expect((await act('ducha', applicationId, 'follow-up', call)).statusCode).toBe(200)
  const own = await view('shenqing1', applicationId)
  expect(own.ratings).toMatchObject([{ grade: 2, followUpDueOn: null, followUps: [] }])
  expect(JSON.stringify(own)).not.toContain('已致歉')
  expect((await server.send('chuangkou1', 'GET', '/api/worklists/to-follow-up')).statusCode).toBe(
    403,
  )
})

test('the window’s four checks are told back as they were answered', async () => {
  const applicationId = await received()
  expect((await view('chuangkou1', applicationId)).checks).toBeNull()
  const checks = {
    complete: true,
    elementsFilled: true,
    legalForm: false,
    withinJurisdiction: true,
  }
  await act('chuangkou1', applicationId, 'assess', { materials: {}, checks, notes: '' })
  expect((await view('chuangkou1', applicationId)).checks).toEqual(checks)
})

test('every body of the catalogue can be chosen for an account before anybody works there', async () => {
  const { organisations } = (await server.send('ducha', 'GET', '/api/organisations')).json()
  expect(organisations).toContainEqual({
    organisationId: 'education',
    name: '阿坝州教育局',
    shortName: '州教育局',
    body: 'department',
  })
  expect(organisations).toHaveLength(ABA_ORGANISATIONS.length)
})

test('the supervisor records training, but makes no account and opens no post', async () => {
  const { accounts } = (await server.send('ducha', 'GET', '/api/accounts')).json<
    z.output<typeof listAccounts.reply>
  >()
  const clerk = accounts.find(({ username }) => username === 'chuangkou1')
  const record = async (passed: readonly string[] = []) =>
    (
      await server.send('ducha', 'PUT', `/api/accounts/${clerk?.accountId}/training`, { passed })
    ).json<z.output<typeof recordTraining.reply>>()
  expect((await record(['etiquette'])).training).toEqual(['etiquette'])
  expect((await record(clerk?.training)).training).toEqual(clerk?.training)
  const opened = await server.send('ducha', 'PUT', `/api/accounts/${clerk?.accountId}/post`, {
    open: false,
  })
  expect(opened.statusCode).toBe(403)
})
