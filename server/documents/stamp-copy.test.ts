import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { createRenderer } from './render-document.ts'
import { stampCopy } from './stamp-copy.ts'

const cacheFolder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-copy-'))
const renderer = createRenderer({ cacheFolder, workers: 1 })
afterAll(async () => {
  await renderer.close()
  rmSync(cacheFolder, { recursive: true, force: true })
})

test('a copy has every page of the original at its size, its watermark over each, and no field of its signatures', async () => {
  const original = await PDFDocument.create()
  for (const size of [
    [595, 842],
    [842, 595],
  ] as const)
    original.addPage([...size]).drawText('licence')
  original.getForm().createTextField('signature').addToPage(original.getPage(0))
  const bytes = await original.save()
  const text = '此件由示例机关提供，仅供办理政务服务事项时使用，有效期至2026年12月31日'
  const copy = await stampCopy(renderer, bytes, text)
  const read = await PDFDocument.load(copy)
  expect(read.getPages().map((page) => [page.getWidth(), page.getHeight()])).toEqual([
    [595, 842],
    [842, 595],
  ])
  expect(read.getTitle()).toBe(text)
  expect(read.getForm().getFields()).toEqual([])
  for (const page of read.getPages()) {
    const drawn = page.node
      .Resources()
      ?.lookup((await import('@cantoo/pdf-lib')).PDFName.of('XObject'))
    expect(String(drawn).match(/EmbeddedPdfPage/g)).toHaveLength(2)
  }
})
