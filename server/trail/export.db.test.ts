import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { exportApplication } from './export-application.ts'
import { publishDueRoots } from './publish-daily-root.ts'
import { findRoot } from './published-root.ts'
import { storeLives, storeRegion } from './testing/store-life.ts'
import { openTrailKey } from './trail-key.ts'

const CHECKER = fileURLToPath(new URL('../../scripts/check-file.mjs', import.meta.url))
const REGION = 513_200
const DAY = '2026-03-02' as LocalDate

const { database } = await freshDatabase()
const scratch = mkdtempSync(path.join(os.tmpdir(), 'yichuang-export-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const key = openTrailKey(path.join(scratch, 'trail'))

// Five applications, so that the proof has several steps; the first goes on after midnight.
await storeRegion(database, REGION)
const lives = await storeLives(
  database,
  REGION,
  [4, 1, 2, 0, 3].map((opinions) => ({ opinions, from: '2026-03-02T12:00:00.000Z' as Instant })),
)
await publishDueRoots(database, REGION, key, '2026-03-02T16:30:00.000Z' as Instant)
const published = await findRoot(database, REGION, DAY)
const number = lives[0]?.row.number ?? ''

const good = path.join(scratch, 'good')
const exported = await exportApplication(database, REGION, number, good)

function check(folder: string, ...more: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CHECKER, folder, ...more], {
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

/** A copy of the good export in which one file was altered. */
function tampered(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(scratch, 'bad-'))
  cpSync(good, folder, { recursive: true })
  const place = path.join(folder, file)
  const before = readFileSync(place, 'latin1')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(place, after, 'latin1')
  return folder
}

const only = (folder: string) => `${folder}/${readdirSync(path.join(good, folder))[0]}`
const lines = (change: (lines: string[]) => string[]) => (text: string) =>
  `${change(text.trimEnd().split('\n')).join('\n')}\n`

describe('an exported file', () => {
  test('holds events, notice, material and the roots that cover it, and is private', () => {
    expect(exported).toEqual({ events: 8, files: 2, roots: 1 })
    expect(statSync(good).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(good, 'events.jsonl')).mode & 0o777).toBe(0o600)
    expect(readdirSync(good).toSorted()).toEqual([
      'README.txt',
      'application.json',
      'events.jsonl',
      'materials',
      'notices',
      'roots.json',
    ])
    expect(only('materials')).toMatch(/^materials\/01-申请表_盖章_-[0-9a-f-]{36}\.pdf$/)
    expect(only('notices')).toMatch(/^notices\/阿审受〔2026〕1号-[0-9a-f-]{36}\.pdf$/)
  })

  test('is confirmed by the checker, against a root and a key kept elsewhere', () => {
    const keyFile = path.join(scratch, 'trail', 'public.pem')
    const { status, output } = check(good, '--root', published?.root ?? '', '--key', keyFile)
    expect(output).toContain('核验通过')
    expect(output).toContain('即 2026-03-02 的根')
    expect(output).toContain('由所给公钥签发')
    expect(output).toContain('第 5 个事件起不在所给留痕根之内')
    expect(output).not.toContain('NOT ok')
    expect(status).toBe(0)
  })

  test('of every application of the day leads to the same root', async () => {
    for (const [index, { row }] of lives.entries()) {
      const folder = path.join(scratch, `one-${index}`)
      await exportApplication(database, REGION, row.number, folder)
      expect(check(folder, '--root', published?.root ?? '').status).toBe(0)
    }
  })

  test('is not written over other files, nor for a number that does not exist', async () => {
    await expect(exportApplication(database, REGION, number, good)).rejects.toThrow()
    const nowhere = path.join(scratch, 'nowhere')
    expect(
      await exportApplication(database, REGION, '513200-20260302-999999', nowhere),
    ).toBeUndefined()
  })

  const tamperings: Record<string, readonly [() => string, (text: string) => string, RegExp]> = {
    'an event was changed': [
      () => 'events.jsonl',
      (text) => text.replace('"origin":"10.0.0.7"', '"origin":"10.0.0.8"'),
      /事件链：第 1 个事件/,
    ],
    'an event was deleted': [
      () => 'events.jsonl',
      lines((all) => all.toSpliced(2, 1)),
      /事件链：第 3 个事件/,
    ],
    'the last event was deleted': [
      () => 'events.jsonl',
      lines((all) => all.slice(0, -1)),
      /链尾与办件登记不一致/,
    ],
    'an event was inserted': [
      () => 'events.jsonl',
      lines((all) => all.toSpliced(4, 0, all[1] ?? '')),
      /事件链：第 5 个事件/,
    ],
    'two events changed places': [
      () => 'events.jsonl',
      lines((all) => all.with(5, all[6] ?? '').with(6, all[5] ?? '')),
      /事件链：第 6 个事件/,
    ],
    'a notice was altered by one byte': [
      () => only('notices'),
      (text) => text.replace('1.7', '1.8'),
      /文书 阿审受〔2026〕1号缺失或者被改动[^]*不在留痕之中/,
    ],
    'a material was altered': [
      () => only('materials'),
      (text) => `${text} `,
      /第 1 项材料 申请表（盖章）\.pdf缺失或者被改动/,
    ],
    'the root was exchanged': [
      () => 'roots.json',
      (text) =>
        text.replace(
          /"root": "\w/,
          (found) => `${found.slice(0, -1)}${found.endsWith('0') ? 1 : 0}`,
        ),
      /包含证明不成立[^]*签名无效/,
    ],
    'the signature was exchanged': [
      () => 'roots.json',
      (text) => text.replace(/"signature": "[^"]*"/, `"signature": "${'A'.repeat(86)}=="`),
      /签名无效/,
    ],
    'a step of the proof was exchanged': [
      () => 'roots.json',
      (text) =>
        text.replace(
          /"side": "(left|right)"/,
          (_, side) => `"side": "${side === 'left' ? 'right' : 'left'}"`,
        ),
      /包含证明不成立/,
    ],
    'another head was claimed': [
      () => 'application.json',
      (text) => text.replace(/"head": "\w{4}/, '"head": "beef'),
      /链尾与办件登记不一致/,
    ],
  }
  test.each(Object.entries(tamperings))('is refused when %s', (_, [file, change, found]) => {
    const { status, output } = check(tampered(file(), change))
    expect(output).toMatch(found)
    expect(output).toContain('核验未通过')
    expect(status).toBe(1)
  })

  test('is refused when it is not in the root that the reader kept', () => {
    const { status, output } = check(good, '--root', 'ab'.repeat(32))
    expect(output).toContain('NOT ok  所给留痕根 abababab…：本件不在其中')
    expect(status).toBe(1)
  })

  test('is refused when somebody else signed the root', () => {
    const strangers = path.join(scratch, 'stranger')
    openTrailKey(strangers)
    const { status, output } = check(good, '--key', path.join(strangers, 'public.pem'))
    expect(output).toContain('不是所给公钥签发的')
    expect(status).toBe(1)
  })

  test('that cannot be read is told from one that was altered', () => {
    expect(check(path.join(scratch, 'missing'))).toMatchObject({ status: 2 })
    expect(check(good, '--root', 'short').output).toContain('用法')
    expect(check(tampered('events.jsonl', (text) => `${text}{`))).toMatchObject({ status: 2 })
  })
})
