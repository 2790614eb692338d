import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { ABA_FORMS } from '../../catalogue/aba/load-forms.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { accessServer } from '../access/testing/access-server.ts'
import { referenceData } from '../database/reference-data.ts'
import { createRenderer } from '../documents/render-document.ts'
import { SHIPPED_CATALOGUE } from '../shipped-catalogue.ts'
import { guidePrintRoutes } from './guide-print-routes.ts'
import type { Sheet } from './print-shop.ts'

const { database: db } = await freshDatabase({ maxConnections: 4 })
const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-printed-'))
const renderer = createRenderer({ cacheFolder: folder, workers: 1 })
afterAll(async () => {
  await renderer.close()
  rmSync(folder, { recursive: true })
})
const typeset: Sheet[] = []
const server = await accessServer(db, {
  routes: (http, context) =>
    guidePrintRoutes(http, context, {
      reference: referenceData(SHIPPED_CATALOGUE),
      portalUrl: 'https://yichuang.example',
      findForm: (formId) => ABA_FORMS.find((form) => form.formId === formId),
      typeset: async (sheet) => {
        typeset.push(sheet)
        return await renderer.sheet(sheet)
      },
    }),
})

test('anybody prints the guide in force, with a code that leads to its page', async () => {
  const answer = await server.send('GET', '/api/items/aba-60/guide.pdf')
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
    '办事指南.pdf',
  )
  expect((await PDFDocument.load(answer.rawPayload)).getPageCount()).toBeGreaterThan(1)
  expect(typeset.at(-1)?.qrUrl).toBe('https://yichuang.example/items/aba-60')
})

test('what was printed once is not typeset again, and not sent again to whoever has it', async () => {
  const before = typeset.length
  const [first] = await Promise.all(
    Array.from({ length: 20 }, () => server.send('GET', '/api/items/aba-49/guide.pdf')),
  )
  expect(typeset.length).toBe(before + 1)
  const again = await server.send('GET', '/api/items/aba-49/guide.pdf', {
    headers: { 'if-none-match': String(first?.headers['etag']) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('the empty form of an item that has one; one that has none says so', async () => {
  const answer = await server.send('GET', '/api/items/aba-60/form.pdf')
  expect((await PDFDocument.load(answer.rawPayload)).getPageCount()).toBeGreaterThan(0)
  for (const [url, code] of [
    ['/api/items/aba-01/form.pdf', 'form-not-found'],
    ['/api/items/nothing/form.pdf', 'not-found'],
    ['/api/items/nothing/guide.pdf', 'not-found'],
  ] as const)
    expect((await server.send('GET', url)).json()).toMatchObject({ status: 404, code })
})
