import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import {
  approval,
  longNotice,
  officialNotice,
  registration,
  slip,
} from '../../documents/testing/sample-documents.ts'
import { createRenderer } from './render-document.ts'

const folder = mkdtempSync(join(tmpdir(), 'yichuang-pages-'))
const renderer = createRenderer({ cacheFolder: folder, workers: 1 })
afterAll(async () => {
  await renderer.close()
  rmSync(folder, { recursive: true })
})

describe('pages for the screen', () => {
  it.each([
    ['an official paper', officialNotice, 1],
    ['a paper of two pages', longNotice, 2],
    ['a slip', slip, 1],
    ['a framed certificate', registration, 1],
    ['an approval', approval, 1],
  ] as const)(
    '%s: each draws its own glyphs, all of them and no others, in less than 200 kB packed',
    async (_, input, count) => {
      const pages = await renderer.svg({ ...input, sealShown: 'full' })
      expect(pages).toHaveLength(count)
      for (const page of pages) {
        const defined = [...page.matchAll(/<symbol id="(\w+)"/g)].map(([, id]) => id)
        const used = new Set([...page.matchAll(/ href="#(\w+)"/g)].map(([, id]) => id))
        expect(new Set(defined)).toEqual(used)
        expect(used.size).toBeGreaterThan(40)
        expect(gzipSync(page).length).toBeLessThan(200_000)
        expect(page).toMatch(/^<svg[^>]+><rect y="\d[^>]+fill="#fff"\/>/)
      }
    },
  )
})
