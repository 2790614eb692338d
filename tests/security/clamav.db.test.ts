import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import { newId } from '../../server/event-log/chain.ts'
import { pdf } from '../../server/uploads/testing/made-files.ts'
import { scanWithClamd } from '../../server/uploads/clamd.ts'
import { composedServer, REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { multipart } from './support/multipart.ts'
import { received } from './support/received.ts'

const CLAMD = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(
  (file) => existsSync(file),
)
// Stands for a virus: the signature file of this test knows these words and nothing else.
const INFECTED = pdf({ head: 'YICHUANG-TEST-SIGNATURE-2026' })

const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-clamd-'))
const socket = path.join(folder, 'clamd.sock')
let clamd: ChildProcess | undefined
afterAll(async () => {
  await stopClamd()
  rmSync(folder, { recursive: true, force: true })
})

/** A real clamd with one signature of our own, without any download. */
async function startClamd(program: string): Promise<void> {
  mkdirSync(path.join(folder, 'db'), { recursive: true })
  const signature = Buffer.from('YICHUANG-TEST-SIGNATURE-2026').toString('hex')
  writeFileSync(path.join(folder, 'db', 'local.ndb'), `Yichuang.Test:0:*:${signature}\n`)
  const settings = [
    `DatabaseDirectory ${path.join(folder, 'db')}`,
    `LocalSocket ${socket}`,
    'Foreground yes',
    'StreamMaxLength 60M',
    `User ${os.userInfo().username}`,
  ]
  writeFileSync(path.join(folder, 'clamd.conf'), `${settings.join('\n')}\n`)
  clamd = spawn(program, ['--config-file', path.join(folder, 'clamd.conf')], { stdio: 'ignore' })
  while (!(await listens())) {
    if (clamd.exitCode !== null) throw new Error(`clamd ended with ${clamd.exitCode}`)
    await wait(50)
  }
}

async function stopClamd(): Promise<void> {
  const child = clamd
  clamd = undefined
  if (!child || child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  rmSync(socket, { force: true })
}

async function listens(): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = net.connect(socket, () => {
      probe.destroy()
      resolve(true)
    })
    probe.on('error', () => resolve(false))
  })
}

test.skipIf(CLAMD === undefined)(
  `a real clamd passes a clean file and names an infected one${CLAMD ? '' : ' (skipped: no clamd on this machine; apt-get install clamav-daemon)'}`,
  async () => {
    await startClamd(CLAMD ?? '')
    expect(await scanWithClamd({ path: socket }, pdf())).toEqual({ verdict: 'clean' })
    expect(await scanWithClamd({ path: socket }, INFECTED)).toEqual({
      verdict: 'found',
      signature: 'Yichuang.Test.UNOFFICIAL',
    })
    expect(await scanWithClamd({ path: socket }, Buffer.alloc(50 * 1024 * 1024))).toEqual({
      verdict: 'clean',
    })
  },
)

const { database } = await freshDatabase()
const now = () => '2026-03-02T01:00:00.000Z' as Instant

async function openServer(whenAway: 'block' | 'admit-later') {
  const server = await composedServer(database, now, {
    quarantine: { clamd: { path: socket }, whenAway },
  })
  const upload = async (applicationId: string, file: Buffer, name = '身份证.pdf') =>
    await server.http.inject({
      method: 'POST',
      url: `/api/applications/${applicationId}/materials/1`,
      cookies: { yichuang: await server.signIn('chuangkou1') },
      ...multipart({ name, file }),
    })
  const view = async (applicationId: string) => {
    const answer = await server.send('chuangkou1', 'GET', `/api/applications/${applicationId}`)
    return answer.json<{ materials: { files: unknown[] }[] }>().materials[0]?.files
  }
  return { ...server, upload, view }
}

const audited = async (applicationId: string) =>
  await database.query(
    `select action, actor_name, detail from access_audit
      where region_code = $1 and subject_id = $2 and action like 'infected%' order by audit_id`,
    [REGION, applicationId],
  )

test.skipIf(CLAMD === undefined)(
  'an infected upload is refused by a real clamd, audited, and nothing of it is kept',
  async () => {
    const server = await openServer('admit-later')
    const applicationId = await received(server)
    const clean = await server.upload(applicationId, pdf())
    expect([clean.statusCode, clean.json().handling]).toEqual([200, 'show'])
    const refused = await server.upload(applicationId, INFECTED)
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'file-infected'])
    expect(await server.view(applicationId)).toHaveLength(1)
    expect(await audited(applicationId)).toMatchObject([
      { action: 'infected-file-refused', detail: { signature: 'Yichuang.Test.UNOFFICIAL' } },
    ])
    const kept = await database.query(
      'select count(*)::int as files from material_file where region_code = $1 and application_id = $2',
      [REGION, applicationId],
    )
    expect(kept).toEqual([{ files: 1 }])
    await server.close()
  },
)

test('while the scanner is away a clerk goes on: the file waits, nobody reads it, and it is told on the list', async () => {
  await stopClamd()
  const server = await openServer('admit-later')
  const applicationId = await received(server)
  const answer = await server.upload(applicationId, pdf())
  expect([answer.statusCode, answer.json().handling]).toEqual([200, 'waiting'])
  const address = `/api/applications/${applicationId}/files/${answer.json().fileId}`
  for (const username of ['chuangkou1', 'wentilv.shenhe', 'ducha', 'shenqing1']) {
    const read = await server.send(username, 'GET', address)
    expect([read.statusCode, read.json().code]).toEqual([409, 'file-quarantined'])
  }
  expect(await server.view(applicationId)).toMatchObject([{ handling: 'waiting' }])
  await server.close()
})

test('where uploads wait for the scanner, none is taken while it is away', async () => {
  await stopClamd()
  const server = await openServer('block')
  const applicationId = await received(server)
  const answer = await server.upload(applicationId, pdf())
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'scanner-unavailable'])
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(await server.view(applicationId)).toEqual([])
  await server.close()
})

test.skipIf(CLAMD === undefined)(
  'when the real clamd is back, what waits is opened or found, and a find is told to the clerk and the auditor',
  async () => {
    await stopClamd()
    const server = await openServer('admit-later')
    const applicationId = await received(server)
    const clean = (await server.upload(applicationId, pdf(), '甲.pdf')).json()
    const infected = (await server.upload(applicationId, INFECTED, '乙.pdf')).json()
    await startClamd(CLAMD ?? '')
    // A restarted server does not remember that the scanner was away; every file has its own next try.
    await server.quarantine?.run()
    expect(await server.view(applicationId)).toMatchObject([
      { name: '甲.pdf', handling: 'show' },
      { name: '乙.pdf', handling: 'infected' },
    ])
    const read = async (fileId: string) =>
      await server.send('chuangkou1', 'GET', `/api/applications/${applicationId}/files/${fileId}`)
    expect((await read(clean.fileId)).statusCode).toBe(200)
    expect((await read(infected.fileId)).json().code).toBe('file-infected')
    expect(await audited(applicationId)).toMatchObject([
      {
        action: 'infected-file-found',
        detail: { fileId: infected.fileId, signature: 'Yichuang.Test.UNOFFICIAL' },
      },
    ])
    expect(await server.quarantine?.run()).toBe(0)
    await server.close()
  },
)

test('a file that can only be saved is never shown in a page', async () => {
  const server = await composedServer(database, now)
  const applicationId = await received(server)
  const sent = multipart({
    name: '电子发票.pdf',
    file: pdf({ object: '<< /EmbeddedFiles 9 0 R >>' }),
  })
  const cookies = { yichuang: await server.signIn('chuangkou1') }
  const url = `/api/applications/${applicationId}/materials/1`
  const uploaded = await server.http.inject({ method: 'POST', url, cookies, ...sent })
  expect(uploaded.json().handling).toBe('save-only')
  const read = await server.send(
    'chuangkou1',
    'GET',
    `/api/applications/${applicationId}/files/${uploaded.json().fileId}`,
  )
  expect(read.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E7%94%B5/)
  expect(read.headers['x-content-type-options']).toBe('nosniff')
  expect(read.headers['cache-control']).toBe('private, no-store')
  await server.close()
})

test('a scanner that says a file is too large for it leaves that file waiting and goes on with the next', async () => {
  const { createQuarantine } = await import('../../server/uploads/quarantine.ts')
  await stopClamd()
  const server = await openServer('admit-later')
  const applicationId = await received(server)
  await server.upload(applicationId, pdf(), '大.pdf')
  await server.upload(applicationId, pdf({ head: 'small' }), '小.pdf')
  await database.query(
    `update material_check set next_try_at = '2026-01-01' where region_code = $1 and state = 'waiting'`,
    [REGION],
  )
  const quarantine = createQuarantine({
    db: database,
    regionCode: REGION,
    clamd: { path: socket },
    whenAway: 'admit-later',
    log: { warn: () => undefined },
    scan: async (_, content) => {
      const pieces: Uint8Array[] = []
      if (content instanceof Uint8Array) pieces.push(content)
      else for await (const piece of content) pieces.push(piece)
      return Buffer.concat(pieces).includes('small')
        ? { verdict: 'clean' as const }
        : { verdict: 'unavailable' as const, why: 'size-limit' }
    },
  })
  await quarantine.run()
  expect(await server.view(applicationId)).toMatchObject([
    { name: '大.pdf', handling: 'waiting' },
    { name: '小.pdf', handling: 'show' },
  ])
  await server.close()
})

test('a file that nobody handed in is answered as such', async () => {
  const server = await composedServer(database, now)
  const applicationId = await received(server)
  const read = await server.send(
    'chuangkou1',
    'GET',
    `/api/applications/${applicationId}/files/${newId()}`,
  )
  expect([read.statusCode, read.json().code]).toEqual([404, 'not-found'])
  await server.close()
})
