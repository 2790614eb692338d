import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { withClient } from '../database/with-client.ts'
import { CHAIN_START, eventHash } from '../../domain/trail/event-hash.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { sm3Hex } from '../event-log/chain.ts'
import { publishDueRoots } from './publish-daily-root.ts'
import { findRoot } from './published-root.ts'
import { readChain } from './read-chain.ts'
import { storeLives, storeRegion } from './testing/store-life.ts'
import { openTrailKey, trustedKeys } from './trail-key.ts'
import { verifyAll } from './verify-all.ts'
import { verifyApplication } from './verify-application.ts'

const { database, connectionString } = await freshDatabase()
const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-trail-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const key = openTrailKey(folder)

const instant = (text: string) => new Date(text).toISOString() as Instant
const MORNING = instant('2026-03-02T10:00:00+08:00')
/** With six events an hour apart, the last two fall on the next day. */
const LATE = instant('2026-03-02T20:00:00+08:00')
const TWO_DAYS_LATER = instant('2026-03-04T09:00:00+08:00')

let lastRegion = 700_000
async function regionWith(lives: Parameters<typeof storeLives>[2]) {
  lastRegion += 1
  await storeRegion(database, lastRegion)
  return { regionCode: lastRegion, lives: await storeLives(database, lastRegion, lives) }
}

/** What the application's own role may not do. */
async function asOwner(text: string, values: readonly unknown[] = []): Promise<void> {
  const { rowCount } = await withClient(connectionString, async (client) => {
    await client.query('set session_replication_role = replica')
    return client.query(text, [...values])
  })
  expect(rowCount).toBeGreaterThan(0)
}

async function findingsIn(regionCode: number, trusted: readonly string[] = trustedKeys(folder)) {
  const { findings } = await verifyAll(database, { trusted, now: TWO_DAYS_LATER, files: true })
  return findings.first
    .filter((finding) => finding.regionCode === regionCode)
    .map(({ subject, what }) => `${subject}：${what}`)
}

/** Rewrites the events of a region as they were stored before their text was kept. */
async function storeOldForm(regionCode: number): Promise<void> {
  await asOwner(
    'update application_event set data = data::jsonb::text::json where region_code = $1',
    [regionCode],
  )
}

const first = <Value>(values: readonly Value[]): Value => {
  const [value] = values
  if (value === undefined) throw new Error('empty')
  return value
}

describe('the daily root', () => {
  test('is published once the day has ended in China and settled, with the heads of that evening', async () => {
    const { regionCode, lives } = await regionWith([{ from: MORNING }, { from: LATE, opinions: 2 }])
    const publish = (now: string) => publishDueRoots(database, regionCode, key, instant(now))
    expect(await publish('2026-03-02T23:59:59+08:00')).toEqual([])
    expect(await publish('2026-03-03T00:09:59+08:00')).toEqual([])
    expect(await publish('2026-03-03T00:10:00+08:00')).toEqual(['2026-03-02'])
    expect(await publish('2026-03-03T00:11:00+08:00')).toEqual([])
    expect(await publish('2026-03-05T08:00:00+08:00')).toEqual(['2026-03-03'])

    const [morning, late] = lives.map(({ options }) => options.applicationId)
    const monday = await findRoot(database, regionCode, '2026-03-02' as never)
    expect(monday?.applications).toBe(2)
    expect(monday?.heads[morning ?? '']?.[0]).toBe(6)
    expect(monday?.heads[late ?? '']?.[0]).toBe(4)
    const tuesday = await findRoot(database, regionCode, '2026-03-03' as never)
    expect(Object.keys(tuesday?.heads ?? {})).toEqual([late])
  })

  test('is published once when two servers close the day together', async () => {
    const { regionCode } = await regionWith([{ from: LATE, opinions: 2 }])
    const both = await Promise.all(
      [key, key].map((own) => publishDueRoots(database, regionCode, own, TWO_DAYS_LATER)),
    )
    expect(both.flat().toSorted()).toEqual(['2026-03-02', '2026-03-03'])
    expect(await findingsIn(regionCode)).toEqual([])
  })

  test('is signed with a key that only the server may read', () => {
    expect(statSync(path.join(folder, 'key.pem')).mode & 0o777).toBe(0o600)
    expect(openTrailKey(folder).publicKey).toBe(key.publicKey)
    expect(readFileSync(path.join(folder, 'public.pem'), 'utf8')).toBe(key.publicKey)
  })
})

describe('verifying everything', () => {
  test('finds nothing in an untouched region, and says what it looked at', async () => {
    const { regionCode } = await regionWith(Array.from({ length: 3 }, () => ({ from: MORNING })))
    expect(await findingsIn(regionCode)).toEqual([])
    await publishDueRoots(database, regionCode, key, TWO_DAYS_LATER)
    const { counts, regions } = await verifyAll(database, {
      trusted: trustedKeys(folder),
      now: TWO_DAYS_LATER,
      files: true,
    })
    expect(regions).toContain(regionCode)
    expect(counts.applications).toBeGreaterThanOrEqual(3)
    expect(counts.events).toBeGreaterThanOrEqual(18)
    expect(counts.files).toBeGreaterThanOrEqual(6)
    expect(await findingsIn(regionCode)).toEqual([])
  })

  test('names days that still wait for their root', async () => {
    const { regionCode } = await regionWith([{ from: MORNING }])
    const { unpublished } = await verifyAll(database, {
      trusted: [],
      now: TWO_DAYS_LATER,
      files: false,
    })
    expect(unpublished).toContainEqual({ regionCode, day: '2026-03-02' })
  })

  const EVENT = 'where region_code = $1 and application_id = $2'
  const tamperings: Record<string, readonly [text: string, found: RegExp]> = {
    'an event was changed': [
      `update application_event set data = jsonb_set(data::jsonb, '{opinion}', '"改"')::json ${EVENT} and seq = 5`,
      /第 5 个事件被改动/,
    ],
    'an event was deleted': [
      `delete from application_event ${EVENT} and seq = 3`,
      /第 3 个事件被删除/,
    ],
    'the last event was deleted': [
      `delete from application_event ${EVENT} and seq = 6`,
      /第 6 个事件被删除/,
    ],
    'every event was deleted': [`delete from application_event ${EVENT}`, /第 1 个事件被删除/],
    'two events changed places': [
      `update application_event as e set data = o.data, type = o.type, hash = o.hash, version = o.version,
         occurred_at = o.occurred_at, account_id = o.account_id, recorded_at = o.recorded_at
         from application_event o where e.region_code = $1 and e.application_id = $2 and e.seq in (2, 3)
          and o.region_code = $1 and o.application_id = $2 and o.seq = 5 - e.seq`,
      /第 2 个事件起顺序被调换/,
    ],
    'an event was appended': [
      `insert into application_event select region_code, application_id, 7, version, command_id, type, data,
         account_id, occurred_at, recorded_at, origin, hash from application_event ${EVENT} and seq = 6`,
      /第 7 个事件是另行/,
    ],
    'the state was changed': [
      `update application set state = jsonb_set(state, '{receivedOn}', '"2026-03-01"') ${EVENT}`,
      /与按留痕重放的结果不一致/,
    ],
    'the application was handed to somebody else': [
      `update application set applicant_identity = 'id-card:513221199001010000' ${EVENT}`,
      /申请人证件与留痕不一致/,
    ],
    'the application was deleted and its events left': [
      `delete from application ${EVENT}`,
      /办件登记被删除/,
    ],
    'a notice was deleted': [`delete from notice ${EVENT}`, /文号 阿审受〔2026〕：.*缺第 1 号/],
    'a notice was renumbered': [`update notice set number = '阿审受〔2026〕9号' ${EVENT}`, /文号/],
    'a paper was exchanged': [
      `update document_file set pdf = 'x', sha256 = sha256('x') ${EVENT}`,
      /第 4 个事件所载文书 阿审受〔2026〕1号的文件已被改动/,
    ],
    'a material was deleted': [`delete from material_file ${EVENT}`, /第 1 项材料的文件已不存在/],
  }
  test.each(Object.entries(tamperings))('tells when %s', async (_, [text, found]) => {
    const { regionCode, lives } = await regionWith([{ from: MORNING }, { from: MORNING }])
    await asOwner(text, [regionCode, first(lives).options.applicationId])
    const findings = await findingsIn(regionCode)
    expect(findings.join('\n')).toMatch(found)
    await storeOldForm(regionCode)
    expect(await findingsIn(regionCode)).toEqual(findings)
  })

  test('takes the quick way with what was stored as it was hashed, and the slow one with what was not', async () => {
    const words = ['引号"反斜\\行\n', 'བོད་ཡིག', '𠮷野家😀', '\u2028\u007f', '']
    const { regionCode } = await regionWith(words.map((opinion) => ({ from: MORNING, opinion })))
    const options = { trusted: [], now: TWO_DAYS_LATER, files: true }
    const slowBefore = (await verifyAll(database, options)).counts.slow
    expect(await findingsIn(regionCode)).toEqual([])
    await storeOldForm(regionCode)
    expect(await findingsIn(regionCode)).toEqual([])
    const slowAfter = (await verifyAll(database, options)).counts.slow
    expect(slowAfter - slowBefore).toBe(words.length)
  })

  test('of the chains alone finds what touches them and leaves states and files alone', async () => {
    const { regionCode, lives } = await regionWith([{ from: MORNING }, { from: MORNING }])
    const [one, other] = lives.map(({ options }) => options.applicationId)
    await asOwner(`delete from material_file ${EVENT}`, [regionCode, one])
    await asOwner(
      `update application set state = jsonb_set(state, '{receivedOn}', '"x"') ${EVENT}`,
      [regionCode, one],
    )
    await asOwner(`delete from application_event ${EVENT} and seq = 6`, [regionCode, other])
    const { findings, counts } = await verifyAll(database, {
      trusted: [],
      now: TWO_DAYS_LATER,
      files: true,
      states: false,
    })
    const own = findings.first.filter((finding) => finding.regionCode === regionCode)
    expect(own.map(({ what }) => what)).toEqual(['第 6 个事件被删除（应有 6 个事件）'])
    expect(counts.files).toBe(0)
  })

  test('tells when a whole chain was reckoned anew after its day was published', async () => {
    const { regionCode, lives } = await regionWith([{ from: MORNING }])
    await publishDueRoots(database, regionCode, key, TWO_DAYS_LATER)
    const { applicationId } = first(lives).options
    const chain = await readChain(database, regionCode, applicationId)
    let previous = CHAIN_START
    for (const link of chain?.links ?? []) {
      const forged = { ...link, origin: '10.9.9.9' }
      previous = eventHash(sm3Hex, previous, forged)
      await asOwner(
        `update application_event set origin = $4, hash = decode($5, 'hex')
          where region_code = $1 and application_id = $2 and seq = $3`,
        [regionCode, applicationId, link.seq, forged.origin, previous],
      )
    }
    await asOwner(`update application set head = decode($3, 'hex') ${EVENT}`, [
      regionCode,
      applicationId,
      previous,
    ])
    expect(await findingsIn(regionCode)).toEqual([
      `2026-03-02 留痕根：办件 ${applicationId} 当日的链尾已与公布时不同`,
    ])
    const trail = await verifyApplication(database, regionCode, applicationId)
    expect(trail?.broken).toMatchObject({ seq: 6, how: 'root-differs' })
  })

  test('tells when an application vanished with everything that belonged to it', async () => {
    const { regionCode, lives } = await regionWith([{ from: MORNING }, { from: MORNING }])
    await publishDueRoots(database, regionCode, key, TWO_DAYS_LATER)
    const { applicationId } = first(lives).options
    for (const table of [
      'application_event',
      'notice',
      'document_file',
      'material_file',
      'application',
    ]) {
      await asOwner(`delete from ${table} ${EVENT}`, [regionCode, applicationId])
    }
    const findings = (await findingsIn(regionCode)).join('\n')
    expect(findings).toContain('办件编号 2026-03-02：已取 2 个号，实有 1 件')
    expect(findings).toContain(`所列办件 ${applicationId} 当日的事件已不存在`)
  })

  test('tells when a root was changed, signed by a stranger or taken away', async () => {
    const stranger = generateKeyPairSync('ed25519').privateKey
    const strangersFolder = mkdtempSync(path.join(folder, 'stranger-'))
    writeFileSync(
      path.join(strangersFolder, 'key.pem'),
      stranger.export({ type: 'pkcs8', format: 'pem' }),
    )
    const { regionCode: signedElsewhere } = await regionWith([{ from: MORNING }])
    await publishDueRoots(database, signedElsewhere, openTrailKey(strangersFolder), TWO_DAYS_LATER)
    expect((await findingsIn(signedElsewhere)).join()).toContain('不是本机所信任的')
    writeFileSync(path.join(folder, 'public-other.pem'), openTrailKey(strangersFolder).publicKey)
    expect(await findingsIn(signedElsewhere)).toEqual([])
    rmSync(path.join(folder, 'public-other.pem'))

    const { regionCode } = await regionWith([{ from: LATE, opinions: 2 }])
    await publishDueRoots(database, regionCode, key, TWO_DAYS_LATER)
    const monday = "where region_code = $1 and day = '2026-03-02'"
    await asOwner(`update daily_root set root = sha256('x') ${monday}`, [regionCode])
    expect((await findingsIn(regionCode)).join()).toMatch(/与所列各办件的链尾不符.*签名无效/)
    await asOwner(`update daily_root set heads = '[1, null]' ${monday}`, [regionCode])
    expect((await findingsIn(regionCode)).join()).toContain('无法读取')
    await asOwner(`delete from daily_root ${monday}`, [regionCode])
    expect((await findingsIn(regionCode)).join()).toContain('当日有事件而没有留痕根')
  })

  test('finds in several threads what it finds in one, in all that was tampered with above', async () => {
    const options = { trusted: trustedKeys(folder), now: TWO_DAYS_LATER, files: true }
    const threads = { connectionString, count: 2 }
    const alone = await verifyAll(database, options)
    const together = await verifyAll(database, { ...options, threads })
    expect(alone.findings.total).toBeGreaterThan(20)
    expect(together.findings.first).toEqual(alone.findings.first)
    expect(together.counts).toEqual(alone.counts)
  })

  test('may only be added to by the server itself: no change, no deletion', async () => {
    const { regionCode } = await regionWith([{ from: MORNING }])
    await publishDueRoots(database, regionCode, key, TWO_DAYS_LATER)
    for (const table of ['application_event', 'daily_root', 'notice', 'document_file']) {
      for (const act of [`delete from ${table}`, `update ${table} set region_code = region_code`]) {
        await expect(
          database.pool.query(`${act} where region_code = $1`, [regionCode]),
        ).rejects.toMatchObject({ code: '42501' })
      }
    }
  })
})
