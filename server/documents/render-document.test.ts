import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { letter, officialNotice } from '../../documents/testing/sample-documents.ts'
import { createRenderer } from './render-document.ts'
import type { NoticeRenderInput } from './render-input.ts'
import { typesetters } from './testing/typesetters.ts'

const folder = mkdtempSync(join(tmpdir(), 'yichuang-typesetter-'))
const renderer = createRenderer({ cacheFolder: folder, workers: 1 })
afterAll(async () => {
  await renderer.close()
  rmSync(folder, { recursive: true })
})

describe('the typesetter', () => {
  it('makes a paper that somebody waits for before the backlog that came earlier', async () => {
    const order: string[] = []
    const made = async (name: string, urgency: 'awaited' | 'in-turn') => {
      await renderer.pdf(letter, urgency)
      order.push(name)
    }
    await Promise.all([
      made('backlog 1', 'in-turn'),
      made('backlog 2', 'in-turn'),
      made('backlog 3', 'in-turn'),
      made('awaited', 'awaited'),
    ])
    expect(order.at(0)).toBe('awaited')
    expect(order.slice(1)).toEqual(['backlog 1', 'backlog 2', 'backlog 3'])
  })

  it('prints the same bytes whatever rare characters it met before', async () => {
    const fresh = createRenderer({ cacheFolder: folder, workers: 1 })
    const alone = await fresh.pdf(named('𠮷某某'))
    await fresh.close()
    await renderer.pdf(named('㙍某某'))
    await renderer.pdf(named('𤩽𡋤某某'))
    expect(Buffer.compare(await renderer.pdf(named('𠮷某某')), alone)).toBe(0)
  })

  it.skipIf(process.platform !== 'linux')(
    'killed at work fails that paper alone, and the next one is made',
    async () => {
      await renderer.pdf(letter)
      const [pid] = typesetters()
      const lost = renderer.pdf(officialNotice)
      process.kill(pid ?? 0, 'SIGKILL')
      await expect(lost).rejects.toThrow('The typesetter ended')
      expect((await renderer.pdf(officialNotice)).length).toBeGreaterThan(10_000)
    },
  )

  it.skipIf(process.platform !== 'linux')('is given no secret of the server', async () => {
    await renderer.pdf(letter)
    const [pid] = typesetters()
    const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .map((entry) => entry.split('=')[0])
    expect(names).not.toContain('DATABASE_URL')
    expect(names.filter((name) => name?.startsWith('YICHUANG'))).toEqual([])
  })
})

function named(addressee: string): NoticeRenderInput {
  return { ...officialNotice, document: { ...officialNotice.document, addressee } }
}
