import { expect, test } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import { composedServer } from '../../tests/support/composed-server.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { GOOD, IDS, registeringCitizens } from '../../tests/support/registering-citizens.ts'
import { newId } from '../event-log/chain.ts'

const { database } = await freshDatabase()
const { server, ask, register, signIn } = await registeringCitizens(database)

test('whoever shares an identity number is told so, may dispute it, and the window settles it for the person with the original', async () => {
  const id = IDS[3] ?? ''
  const first = await register(id)
  const second = await register(id, { name: '张示例' })
  expect(second.answer.json()).toMatchObject({ code: 'identity-already-registered' })
  const disputed = await ask('/api/citizens', {
    codeId: second.codeId,
    code: second.code,
    name: '张示例',
    identityType: 'id-card',
    identityNumber: id,
    contactName: null,
    password: 'Zhenren-2026-mima',
    claim: true,
  })
  const { claim } = disputed.json<{ claim: { number: string } }>()
  expect(claim.number).toMatch(/^SS\d{8}$/)
  expect(disputed.cookies).toEqual([])

  const found = await server.send('chuangkou1', 'POST', '/api/citizen-look-ups', {
    identityType: 'id-card',
    identityNumber: id,
  })
  expect(found.body).not.toContain(second.phone)
  const { claims } = found.json<{ claims: { claimId: string; number: string; name: string }[] }>()
  expect(claims).toMatchObject([{ number: claim.number, name: '张**', state: 'open' }])
  const settlement = {
    commandId: newId(),
    outcome: 'claimant',
    name: '张示例',
    evidence: 'id-card-original',
    reason: '本人持身份证原件到窗口，人证一致。',
  }
  const url = `/api/identity-claims/${claims[0]?.claimId ?? ''}/settlement`
  expect((await server.send('chuangkou1', 'POST', url, settlement)).json()).toMatchObject({
    state: 'claimant',
  })
  // The same dialog sent twice.
  expect((await server.send('chuangkou1', 'POST', url, settlement)).statusCode).toBe(200)
  const other = { ...settlement, commandId: newId(), outcome: 'holder' }
  expect((await server.send('chuangkou1', 'POST', url, other)).json()).toMatchObject({
    code: 'claim-settled',
  })

  expect((await signIn(id, GOOD)).statusCode).toBe(401)
  const lost = await server.http.inject({
    method: 'GET',
    url: '/api/session',
    cookies: { yichuang: first.cookie ?? '' },
  })
  expect(lost.statusCode).toBe(401)
  expect((await signIn(id, 'Zhenren-2026-mima')).json()).toMatchObject({
    name: '张示例',
    assurance: 'L2',
  })
  const audits = await database.query(
    `select detail from access_audit where region_code = 513200 and action = 'identity-claim-settled'`,
  )
  expect(audits).toHaveLength(1)
})

test('the window verifies once for one dialog, audits it, and only against the number of the account', async () => {
  const id = IDS[5] ?? ''
  const { cookie } = await register(id)
  const found = await server.send('chuangkou1', 'POST', '/api/citizen-look-ups', {
    identityType: 'id-card',
    identityNumber: id,
  })
  const { accountId } = found.json<{ account: { accountId: string } }>().account
  const body = {
    commandId: newId(),
    identityType: 'id-card',
    identityNumber: id,
    name: '卓玛示例',
    evidence: 'id-card-original',
  }
  const url = `/api/citizens/${accountId}/verification`
  const wrong = await server.send('chuangkou1', 'POST', url, { ...body, identityNumber: IDS[6] })
  expect(wrong.json()).toMatchObject({ code: 'identity-mismatch' })
  for (let time = 1; time <= 2; time += 1)
    expect((await server.send('chuangkou1', 'POST', url, body)).json()).toMatchObject({
      assurance: 'L2',
      name: '卓***',
    })
  const me = await server.http.inject({
    method: 'GET',
    url: '/api/session',
    cookies: { yichuang: cookie ?? '' },
  })
  expect(me.json()).toMatchObject({ name: '卓玛示例', assurance: 'L2' })
  const audits = await database.query(
    `select 1 from access_audit where region_code = 513200 and action = 'citizen-verified' and subject_id = $1`,
    [accountId],
  )
  expect(audits).toHaveLength(1)
  expect((await server.send('wentilv.shenhe', 'POST', url, body)).json()).toMatchObject({
    code: 'not-permitted',
  })
})

test('who only states an identity sees nothing that the window received for it, until it is verified', async () => {
  const id = IDS[7] ?? ''
  const { cookie = '' } = await register(id)
  const list = async () =>
    (
      await server.http.inject({
        method: 'GET',
        url: '/api/worklists/mine',
        cookies: { yichuang: cookie },
      })
    ).json<{ rows: { number: string }[] }>().rows
  expect(await list()).toEqual([])
  const received = await server.send('chuangkou1', 'POST', '/api/applications', {
    commandId: newId(),
    applicationId: newId(),
    itemId: 'aba-36',
    applicant: {
      kind: 'person',
      name: '张某某',
      identityType: 'id-card',
      identityNumber: id,
      phone: '13900000000',
      address: null,
      contactName: null,
    },
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  })
  const { applicationId } = received.json<{ applicationId: string }>()
  expect(await list()).toEqual([])
  const one = await server.http.inject({
    method: 'GET',
    url: `/api/applications/${applicationId}`,
    cookies: { yichuang: cookie },
  })
  expect(one.json()).toMatchObject({ code: 'not-your-application' })
  const me = await server.http.inject({
    method: 'GET',
    url: '/api/session',
    cookies: { yichuang: cookie },
  })
  expect(me.json()).toMatchObject({ assurance: 'L1', heldBack: true })
  const found = await server.send('chuangkou1', 'POST', '/api/citizen-look-ups', {
    identityType: 'id-card',
    identityNumber: id,
  })
  const { accountId } = found.json<{ account: { accountId: string } }>().account
  await server.send('chuangkou1', 'POST', `/api/citizens/${accountId}/verification`, {
    commandId: newId(),
    identityType: 'id-card',
    identityNumber: id,
    name: '张某某',
    evidence: 'id-card-original',
  })
  expect(await list()).toMatchObject([{ applicationId }])
})

test('a certificate is given online to nobody whose identity is only stated', async () => {
  const { mkdtempSync } = await import('node:fs')
  const withPapers = await composedServer(database, () => '2026-03-02T02:00:00.000Z' as Instant, {
    documents: { dataFolder: mkdtempSync('/tmp/yichuang-citizens-'), passphrase: undefined },
  })
  const { cookie = '' } = await register(IDS[12] ?? '')
  const url = `/api/applications/${newId()}/certificate/pdf`
  const asked = await withPapers.http.inject({ method: 'GET', url, cookies: { yichuang: cookie } })
  expect(asked.statusCode).toBe(403)
  expect(asked.json()).toMatchObject({ code: 'assurance-too-low' })
  const verified = await withPapers.send('shenqing1', 'GET', url)
  expect(verified.json()).not.toMatchObject({ code: 'assurance-too-low' })
  await withPapers.close()
})
