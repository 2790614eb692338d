import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DraftCheck, Submitted } from '../../contract/drafts.ts'
import type { UploadState } from '../../contract/uploads.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { UPLOAD_LIMITS } from '../../domain/upload/upload-limits.ts'
import { connect } from '../../server/database/connect.ts'
import { newId } from '../../server/event-log/chain.ts'
import { verifyFiles } from '../../server/trail/verify-files.ts'
import { jpeg, pdf, png } from '../../server/uploads/testing/made-files.ts'
import { composedServer, REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { codeOf, device, pageIn, sha256, type TestServer } from './device.ts'

const MB = 1024 * 1024
const { database, connectionString } = await freshDatabase()
let now = '2026-03-02T01:00:00.000Z' as Instant
// The road of 2 GB on a small scale: chunks as large as ever, files looked into piece by piece from 20 MB on.
const uploadLimits = { ...UPLOAD_LIMITS, file: 64 * MB, draft: 80 * MB, whole: 20 * MB }
const open = async (): Promise<TestServer> =>
  await composedServer(database, () => now, { uploadLimits })
let server = await open()
const ITEM = 'aba-36'
const PHONE = {
  kind: 'person',
  name: '',
  identityType: null,
  identityNumber: '',
  phone: '13800000000',
  address: '',
  contactName: '',
}

/** A PDF of exactly so many bytes, most of them of no meaning. */
function largePdf(size: number, object = '<< >>'): Buffer {
  const rest = pdf({ object })
  const head = Buffer.from('%PDF-1.7\n%')
  const filler = randomBytes(size - rest.length - head.length - 1)
  return Buffer.concat([
    head,
    Buffer.from(filler.map((byte) => (byte & 15) + 65)),
    Buffer.from('\n'),
    rest,
  ])
}

async function draftOf(username?: string) {
  const desk = await device(server, username === undefined ? {} : { username })
  const { draftId } = await desk.start(ITEM, { applicant: PHONE })
  return { desk, draftId }
}

test('40 MB arrive out of order, through a corrupted chunk and a restart, and are whole', async () => {
  const { desk, draftId } = await draftOf('shenqing1')
  const file = largePdf(40 * MB + 12_345)
  const piece = (chunk: number) => file.subarray(chunk * 4 * MB, (chunk + 1) * 4 * MB)
  const { answer, uploadId, url } = await desk.begin(draftId, 2, file.length, '平面图.pdf')
  expect(answer.json()).toMatchObject({ chunkCount: 11, chunkBytes: 4 * MB, state: 'receiving' })
  await Promise.all([10, 3, 7].map(async (chunk) => await desk.sendChunk(url, chunk, piece(chunk))))
  const bad = Buffer.from(piece(5))
  bad[1_000] = (bad[1_000] ?? 0) ^ 1
  expect(codeOf(await desk.sendChunk(url, 5, bad, sha256(piece(5))))).toBe('chunk-differs')
  expect(codeOf(await desk.sendChunk(url, 0, piece(0).subarray(1)))).toBe('chunk-differs')
  expect(codeOf(await desk.sendChunk(url, 11, piece(0)))).toBe('chunk-differs')
  expect(codeOf(await desk.send('POST', `${url}/complete`, { sha256: sha256(file) }))).toBe(
    'chunks-missing',
  )

  await server.close()
  server = await open()
  const again = await device(server, { username: 'shenqing1' })
  const begun = await again.send('POST', `/api/drafts/${draftId}/uploads`, {
    uploadId,
    material: 2,
    fileName: '平面图.pdf',
    mediaType: '',
    size: file.length,
  })
  const { missing } = begun.json<UploadState>()
  expect(missing).toEqual([0, 1, 2, 4, 5, 6, 8, 9])
  for (const chunk of missing.toReversed())
    expect((await again.sendChunk(url, chunk, piece(chunk))).statusCode).toBe(200)
  expect(codeOf(await again.sendChunk(url, 3, piece(4)))).toBe('chunk-differs')
  expect((await again.sendChunk(url, 3, piece(3))).statusCode).toBe(200)
  expect(codeOf(await again.send('POST', `${url}/complete`, { sha256: sha256(bad) }))).toBe(
    'file-differs',
  )
  expect(codeOf(await again.send('POST', `${url}/complete`, {}))).toBe('invalid-input')
  const list = createHash('sha256')
  for (let chunk = 0; chunk < 11; chunk += 1)
    list.update(createHash('sha256').update(piece(chunk)).digest())
  const completed = await again.send('POST', `${url}/complete`, {
    chunksSha256: list.digest('hex'),
  })
  // Too large to be looked into whole: it is only ever saved.
  expect(completed.json()).toMatchObject({
    state: 'complete',
    mediaType: 'application/pdf',
    handling: 'save-only',
    trust: 'C',
  })
  const read = await again.send('GET', `${url}/file`)
  expect(sha256(read.rawPayload)).toBe(sha256(file))
  expect(read.headers['content-disposition']).toMatch(/^attachment/)
})

test('the bytes of a submitted file stand in its chunks, and the trail tells when one is changed', async () => {
  const { desk, draftId } = await draftOf('qiye1')
  const { materials } = (await desk.send('GET', `/api/drafts/${draftId}/check`)).json<DraftCheck>()
  const file = largePdf(9 * MB)
  for (const { number } of materials) await desk.upload(draftId, number, file, `材料${number}.pdf`)
  const submitted = await desk.submit(draftId, 1)
  const { applicationId } = submitted.json<Submitted>()
  const events = await database.query<{ seq: number; data: never }>(
    `select seq, data from application_event where region_code = $1 and application_id = $2`,
    [REGION, applicationId],
  )
  const links = events.map(({ seq, data }) => ({ applicationId, seq, data }))
  expect(await verifyFiles(database, REGION, links)).toMatchObject({ broken: [] })
  const [{ uploadId } = { uploadId: '' }] = await database.query<{ uploadId: string }>(
    `select upload_id as "uploadId" from material_file where region_code = $1 and application_id = $2 limit 1`,
    [REGION, applicationId],
  )
  // The application itself may neither change a chunk nor delete one, nor an upload that is a material.
  for (const statement of [
    `update upload_chunk set bytes = ''::bytea where region_code = $1 and upload_id = $2`,
    `delete from upload_chunk where region_code = $1 and upload_id = $2`,
    `delete from upload where region_code = $1 and upload_id = $2`,
  ])
    await expect(database.query(statement, [REGION, uploadId])).rejects.toThrow()
  const owner = connect({ connectionString, maxConnections: 1, asRole: undefined })
  await owner.query(
    `update upload_chunk set bytes = set_byte(bytes, 5000000 % length(bytes), 7)
      where region_code = $1 and upload_id = $2 and chunk = 1`,
    [REGION, uploadId],
  )
  await owner.close()
  const { broken } = await verifyFiles(database, REGION, links)
  expect(broken).toMatchObject([{ how: 'file-differs' }])
})

test('a file that acts, or is not what it says, is refused when it is complete, whatever its size', async () => {
  const { desk, draftId } = await draftOf()
  const acts = '<< /S /JavaScript /JS (app.alert(1)) >>'
  for (const [file, name, code] of [
    [pdf({ object: acts }), 'a.pdf', 'file-unsafe'],
    [largePdf(21 * MB, acts), '大.pdf', 'file-unsafe'],
    [Buffer.from('<html><script>alert(1)</script></html>'), 'a.pdf', 'file-not-a-pdf'],
    [Buffer.from('<svg onload="x()"/>'), 'a.svg', 'file-type-not-allowed'],
    [png(50_000, 50_000), 'a.png', 'picture-too-large'],
    [pdf(), 'a.jpg', 'file-type-mismatch'],
  ] as const)
    expect(codeOf(await desk.upload(draftId, 2, file, name))).toBe(code)
  const check = (await desk.send('GET', `/api/drafts/${draftId}/check`)).json<DraftCheck>()
  expect(check.materials.find(({ number }) => number === 2)?.state).toBe('missing')
})

test('files are limited one by one and together, and more so before anybody signs in', async () => {
  const { desk, draftId } = await draftOf('shenqing2')
  const begin = async (size: number) => (await desk.begin(draftId, 2, size, 'a.pdf')).answer
  expect(codeOf(await begin(0))).toBe('file-empty')
  expect((await begin(64 * MB + 1)).json()).toMatchObject({
    code: 'file-too-large',
    status: 413,
    detail: expect.stringContaining('64 MB') as string,
  })
  expect((await begin(64 * MB)).statusCode).toBe(200)
  // What is announced counts, although nothing has come.
  expect(codeOf(await begin(17 * MB))).toBe('quota-exceeded')
  expect((await begin(16 * MB)).statusCode).toBe(200)
  const stranger = await draftOf()
  const larger = (await stranger.desk.begin(stranger.draftId, 2, 51 * MB, 'a.pdf')).answer
  expect(larger.json<{ detail: string }>().detail).toContain('登录后上限更高')
})

test('pages stand in the order they are given; a name keeps nothing of a path or a script', async () => {
  const { desk, draftId } = await draftOf()
  const ids: string[] = []
  for (const name of ['../../etc/页一.jpg', '<img src=x onerror=alert(1)>.jpg', '页三.jpg'])
    ids.push(pageIn(await desk.upload(draftId, 2, jpeg(800, 600), name)).uploadId)
  const order = [ids[2], ids[0], ids[1]]
  const url = `/api/drafts/${draftId}/materials/2/pages`
  expect(codeOf(await desk.send('PUT', url, { uploadIds: ids.slice(1) }))).toBe('changed-meanwhile')
  expect((await desk.send('PUT', url, { uploadIds: order })).statusCode).toBe(200)
  const { pages } = await desk.view(draftId)
  expect(pages[0]?.pages.map(({ uploadId }) => uploadId)).toEqual(order)
  expect(pages[0]?.pages.map(({ name }) => name)[1]).toBe('页一.jpg')
  await desk.send('DELETE', `/api/drafts/${draftId}/uploads/${ids[0] ?? ''}`)
  expect((await desk.view(draftId)).pages[0]?.pages).toHaveLength(2)
  const marked = await desk.save(draftId, 1, {
    materials: { 2: { way: 'upload', selfMade: true } },
  })
  expect(marked.statusCode).toBe(200)
  expect((await desk.view(draftId)).pages[0]?.pages.map(({ trust }) => trust)).toEqual(['D', 'D'])
})

test('a phone scans for the desk: one material, ten minutes, and the desk sees it at once', async () => {
  const { desk, draftId } = await draftOf()
  const paired = await desk.send('POST', `/api/drafts/${draftId}/materials/2/pairings`, {})
  const { code, url, qr } = paired.json<{ code: string; url: string; qr: string }>()
  expect(url).toBe(`http://localhost/scan#${code}`)
  expect(qr).toMatch(/^<svg /)
  const phone = await device(server, { pairing: code })
  expect((await phone.send('GET', '/api/pairing')).json()).toMatchObject({
    draftId,
    material: 2,
    pages: [],
  })
  const before = (await desk.send('GET', `/api/drafts/${draftId}/pages`)).json<{
    pagesVersion: number
  }>()
  const same = await desk.send('GET', `/api/drafts/${draftId}/pages?since=${before.pagesVersion}`)
  expect(same.json()).toMatchObject({ pages: null })
  expect((await phone.upload(draftId, 2, jpeg(1_200, 900), 'IMG_0001.jpg')).statusCode).toBe(200)
  const after = await desk.send('GET', `/api/drafts/${draftId}/pages?since=${before.pagesVersion}`)
  expect(after.json()).toMatchObject({
    pages: [{ material: 2, pages: [{ via: 'phone', name: 'IMG_0001.jpg' }] }],
  })

  expect(codeOf(await phone.upload(draftId, 1, jpeg(10, 10), 'x.jpg'))).toBe('material-not-asked')
  expect(codeOf(await phone.send('GET', `/api/drafts/${draftId}`))).toBe('draft-not-found')
  expect(codeOf(await phone.save(draftId, 1, { step: 'x' }))).toBe('draft-not-found')
  const other = await draftOf()
  expect(codeOf(await phone.upload(other.draftId, 2, jpeg(10, 10), 'x.jpg'))).toBe(
    'draft-not-found',
  )
  now = '2026-03-02T01:10:01.000Z' as Instant
  expect(codeOf(await phone.send('GET', '/api/pairing'))).toBe('pairing-expired')
  expect(codeOf(await phone.upload(draftId, 2, jpeg(10, 10), 'x.jpg'))).toBe('draft-not-found')
  now = '2026-03-02T01:00:00.000Z' as Instant
})

test('uploads of one draft are never another’s, whatever id is sent', async () => {
  const one = await draftOf()
  const other = await draftOf()
  const { uploadId } = pageIn(await one.desk.upload(one.draftId, 2, pdf(), 'a.pdf'))
  const url = `/api/drafts/${other.draftId}/uploads/${uploadId}`
  expect(codeOf(await other.desk.send('GET', `${url}/file`))).toBe('upload-not-found')
  expect(codeOf(await other.desk.send('DELETE', url))).toBe('upload-not-found')
  const begun = await other.desk.send('POST', `/api/drafts/${other.draftId}/uploads`, {
    uploadId,
    material: 2,
    fileName: 'a.pdf',
    mediaType: '',
    size: 5,
  })
  expect(codeOf(begun)).toBe('upload-not-found')
  expect((await one.desk.view(one.draftId)).pages[0]?.pages).toHaveLength(1)
  expect(
    codeOf(await one.desk.send('GET', `/api/drafts/${newId()}/uploads/${uploadId}/file`)),
  ).toBe('draft-not-found')
})
