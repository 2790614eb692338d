import { expect, test } from 'vitest'
import type { VerifyReport } from '../../contract/documents.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { accessServer } from '../access/testing/access-server.ts'
import { commander } from '../application/testing/commanders.ts'
import { documentRoutes } from './routes.ts'
import { findStoredDocument } from './stored-document.ts'
import { documentOffice, REGION } from './testing/document-office.ts'
import { postPdf } from './testing/post-pdf.ts'

const { database: db } = await freshDatabase({ maxConnections: 8 })
const office = documentOffice(db)
const { context, noticeOf, sealRecordOf, time } = office
const server = await accessServer(db, {
  routes: (http, httpContext) => documentRoutes(http, httpContext, context),
})
const CLERK = await server.signIn('chuangkou1')
/** 张·示例, whose applications the office makes. */
const OWNER = await server.signIn('shenqing1')
const STRANGER = await server.signIn('shenqing2')
const KEEPER = await server.signIn('yongyin1')

const get = (cookie: string, url: string) => server.send('GET', url, { cookie })

async function pdfOf(cookie: string, url: string): Promise<Buffer> {
  const answer = await get(cookie, url)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  expect(answer.headers['content-type']).toBe('application/pdf')
  return answer.rawPayload
}

const verifyFile = (bytes: Buffer | null) => postPdf(server.http, bytes)
const report = (answer: { json(): unknown }) => answer.json() as VerifyReport
const verifyCode = async (code: string) => report(await server.send('GET', `/api/verify/${code}`))

test('a notice opens for the clerk and for its applicant, and is the same signed file for both', async () => {
  const { id, number } = await noticeOf(await office.received(), 'receipt-slip')
  const answer = await get(CLERK, `/api/notices/${id}/pdf`)
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(number)
  expect(await pdfOf(OWNER, `/api/notices/${id}/pdf`)).toEqual(answer.rawPayload)
  expect((await findStoredDocument(db, REGION, id))?.pdf).toEqual(answer.rawPayload)
  const pages = await get(OWNER, `/api/notices/${id}/pages`)
  expect(pages.json()).toMatchObject({ title: '申请材料接收凭证', number })
  expect(pages.json<{ pages: string[] }>().pages[0]).toMatch(/^<svg/)
})

test('a stranger gets nothing of it, and nobody a notice that does not exist', async () => {
  const { id } = await noticeOf(await office.received(), 'receipt-slip')
  for (const what of ['pdf', 'pages']) {
    const refused = await get(STRANGER, `/api/notices/${id}/${what}`)
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([
      403,
      'not-your-application',
    ])
  }
  const nothing = await get(CLERK, '/api/notices/019a0000-0000-7000-8000-000000000000/pdf')
  expect(nothing.json()).toMatchObject({ status: 404, code: 'not-found' })
  expect((await server.send('GET', `/api/notices/${id}/pdf`)).statusCode).toBe(401)
  expect(await findStoredDocument(db, REGION, id)).toBe(undefined)
})

test('the letter between department and Bureau is not for the applicant, the pickup notice is', async () => {
  const applicationId = await office.sealed()
  await office.give(
    applicationId,
    commander('window-clerk', 'approval-service-centre', 'approval-service-centre'),
    { type: 'NotifyPickup' },
  )
  const letter = await noticeOf(applicationId, 'sealing-letter')
  const pickup = await noticeOf(applicationId, 'pickup-notice')
  expect((await get(OWNER, `/api/notices/${letter.id}/pdf`)).json()).toMatchObject({
    code: 'not-permitted',
  })
  await pdfOf(KEEPER, `/api/notices/${letter.id}/pdf`)
  await pdfOf(OWNER, `/api/notices/${pickup.id}/pdf`)
})

test('a certificate is a draft until it is sealed, and no draft is shown to the applicant', async () => {
  const applicationId = await office.lettered()
  const url = `/api/applications/${applicationId}/certificate`
  const draft = await pdfOf(KEEPER, `${url}/pdf`)
  expect(report(await verifyFile(draft))).toMatchObject({ genuine: false, signatures: [] })
  expect((await get(OWNER, `${url}/pages`)).json()).toMatchObject({ code: 'not-permitted' })
  await office.give(applicationId, commander('seal-keeper', 'approval-bureau', 'approval-bureau'), {
    type: 'ApplySeal',
  })
  const sealed = await pdfOf(OWNER, `${url}/pdf`)
  expect(await pdfOf(KEEPER, `${url}/pdf`)).toEqual(sealed)
  expect((await get(OWNER, `${url}/pages`)).json()).toMatchObject({
    pages: [expect.any(String) as unknown],
  })
  expect(report(await verifyFile(sealed))).toMatchObject({
    genuine: true,
    testSeal: true,
    document: { applicantName: '张***', validToday: true, issuer: '阿坝州文体旅游局' },
  })
  const early = await get(CLERK, `/api/applications/${await office.received()}/certificate/pdf`)
  expect(early.json()).toMatchObject({ code: 'not-found' })
})

test('anyone may ask by the code under the QR, with or without its hyphens, and learns no full name', async () => {
  const { code, number } = await noticeOf(await office.received(), 'receipt-slip')
  const told = await verifyCode(`${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)
  expect(told).toMatchObject({
    genuine: true,
    testSeal: true,
    document: { title: '申请材料接收凭证', number, applicantName: '张***', validToday: true },
  })
  expect(JSON.stringify(told)).not.toContain('张·示例')
  expect(await verifyCode('2222-2222-2222-2222')).toMatchObject({ genuine: false, document: null })
})

test('a revoked, an expired and a renewed certificate are genuine and not valid today', async () => {
  const before = time.now
  const revoked = await office.sealed()
  await office.give(revoked, commander('decider', 'department', office.department), {
    type: 'RevokeCertificate',
    kind: 'penalty',
    reason: '擅自变更许可内容，情节严重',
  })
  expect(await verifyCode((await sealRecordOf(revoked)).code)).toMatchObject({
    genuine: true,
    document: { validToday: false, state: '已于2026年3月2日吊销' },
  })
  const old = await office.sealed()
  const oldCode = (await sealRecordOf(old)).code
  time.now = '2027-11-01T01:00:00.000Z' as Instant
  const next = await office.sealed(old)
  expect(await verifyCode(oldCode)).toMatchObject({
    genuine: true,
    document: { validToday: false, state: expect.stringContaining('换发新证') as unknown },
  })
  const nextCode = (await sealRecordOf(next)).code
  expect(await verifyCode(nextCode)).toMatchObject({ document: { validToday: true } })
  time.now = '2029-11-01T01:00:00.000Z' as Instant
  expect(await verifyCode(nextCode)).toMatchObject({
    genuine: true,
    document: { validToday: false, state: expect.stringContaining('届满') as unknown },
  })
  time.now = before
})

test('a dropped file is genuine only byte for byte', async () => {
  const { id } = await noticeOf(await office.received(), 'receipt-slip')
  const pdf = await pdfOf(CLERK, `/api/notices/${id}/pdf`)
  expect(report(await verifyFile(pdf))).toMatchObject({
    genuine: true,
    signatures: [{ intact: true, trusted: true, coversWholeDocument: true }],
  })
  const changed = Buffer.from(pdf)
  changed[20_000] = (changed[20_000] ?? 0) ^ 1
  expect(report(await verifyFile(changed))).toMatchObject({
    genuine: false,
    document: null,
    sentence: expect.stringContaining('改动') as unknown,
    signatures: [{ intact: false }],
  })
  const longer = Buffer.concat([pdf, Buffer.from('\n')])
  expect(report(await verifyFile(longer))).toMatchObject({
    genuine: false,
    sentence: expect.stringContaining('添加') as unknown,
  })
  const huge = Buffer.concat([pdf, Buffer.alloc(49 * 1024 * 1024)])
  expect(report(await verifyFile(huge))).toMatchObject({ genuine: false, document: null })
  const unsigned = Buffer.from('%PDF-1.7\n%%EOF\n')
  expect(report(await verifyFile(unsigned))).toMatchObject({ genuine: false, testSeal: false })
})

test('a file signed by our seal that no register knows is not called genuine', async () => {
  const strangers = { ...context, db: (await freshDatabase()).database }
  const { id } = await noticeOf(await office.received(), 'receipt-slip')
  const pdf = await pdfOf(CLERK, `/api/notices/${id}/pdf`)
  const elsewhere = await accessServer(strangers.db, {
    routes: (http, httpContext) => documentRoutes(http, httpContext, strangers),
  })
  const answer = await postPdf(elsewhere.http, pdf)
  expect(report(answer)).toMatchObject({
    genuine: false,
    testSeal: true,
    sentence: expect.stringContaining('没有登记') as unknown,
  })
})

test.each([
  ['no file', null, 422, 'file-missing'],
  ['an empty file', Buffer.alloc(0), 422, 'file-empty'],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 422, 'file-not-a-pdf'],
  ['60 MB', Buffer.alloc(60 * 1024 * 1024, '%PDF-'), 413, 'file-too-large'],
] as const)('%s is refused with its own code', async (_, bytes, status, code) => {
  const answer = await verifyFile(bytes)
  expect(answer.json()).toMatchObject({
    status,
    code,
    detail: expect.stringMatching(/。$/) as unknown,
  })
})

test('the register shows each use once, newest first, a page at a time, and not to a clerk', async () => {
  const first = report(await get(KEEPER, '/api/seal-register?size=2')) as unknown as Register
  expect(first.rows).toHaveLength(2)
  expect(first.rows[0]).toMatchObject({
    sealName: '阿坝州行政审批局行政审批专用章',
    route: 'bureau',
    letterNumber: expect.stringContaining('许函') as unknown,
    applicationNumber: expect.stringMatching(/^513200-/) as unknown,
  })
  const seen = [...first.rows]
  for (let next = first.next; next !== null;) {
    const page = (await get(KEEPER, `/api/seal-register?size=2&cursor=${next}`)).json<Register>()
    seen.push(...page.rows)
    next = page.next
  }
  const [all] = await db.query<{ n: number }>(
    'select count(*)::int as n from seal_record where region_code = $1',
    [REGION],
  )
  expect(seen).toHaveLength(all?.n ?? 0)
  expect(new Set(seen.map(({ recordId }) => recordId)).size).toBe(seen.length)
  expect(seen.map(({ at }) => at)).toEqual(
    seen
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  expect((await get(KEEPER, '/api/seal-register?cursor=x')).json()).toMatchObject({
    code: 'invalid-input',
  })
  expect((await get(CLERK, '/api/seal-register')).statusCode).toBe(403)
})

type Register = {
  rows: { recordId: string; at: string }[]
  next: string | null
}
