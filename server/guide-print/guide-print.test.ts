import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { ABA_FULL_GUIDES, ABA_GUIDES, ABA_ITEMS } from '../../catalogue/aba/load-catalogue.ts'
import { ABA_FORMS } from '../../catalogue/aba/load-forms.ts'
import { copyableCharacters } from '../../documents/testing/pdf-characters.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { createRenderer } from '../documents/render-document.ts'
import { formSheet } from './form-sheet.ts'
import { guideSheet } from './guide-sheet.ts'
import { createPrintShop, type Sheet } from './print-shop.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-guide-print-'))
const renderer = createRenderer({ cacheFolder: folder, workers: 1 })
afterAll(async () => {
  await renderer.close()
  rmSync(folder, { recursive: true })
})

const QR = 'https://yichuang.example/items/aba-60'

function nameOf({ itemId }: ServiceGuide): string {
  return ABA_ITEMS.find((item) => item.itemId === itemId)?.name ?? ''
}

function formOf({ formId }: ServiceGuide) {
  return ABA_FORMS.find((form) => form.formId === formId)
}

function sheetOf(guide: ServiceGuide): Sheet {
  const form = formOf(guide)?.title ?? null
  const names = { item: nameOf(guide), form, organisations: {} }
  return { template: 'guide', sheet: guideSheet(guide, names), qrUrl: QR }
}

/** Every text of a sheet; `kind` is for the template alone. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (key === 'kind' ? [] : textsIn(part)))
}

async function lostIn({ sheet }: Sheet, pdf: Uint8Array): Promise<string[]> {
  const copyable = await copyableCharacters(pdf)
  const wanted = new Set(textsIn(sheet).join('').replaceAll(/\s/g, ''))
  return [...wanted].filter((character) => !copyable.has(character))
}

describe('a printed guide', () => {
  it.each(ABA_FULL_GUIDES.map((guide) => [nameOf(guide), guide] as const))(
    '%s: keeps every character of its record as text that can be copied',
    async (name, guide) => {
      const sheet = sheetOf(guide)
      const pdf = await renderer.sheet(sheet)
      expect(await lostIn(sheet, pdf)).toEqual([])
    },
  )

  it('of an item that no department has confirmed says so on its first page', async () => {
    const [guide] = ABA_GUIDES
    if (guide === undefined) throw new Error('no guides')
    const sheet = sheetOf(guide)
    expect(JSON.stringify(sheet.sheet)).toContain('基准指南，待部门确认')
    expect((await PDFDocument.load(await renderer.sheet(sheet))).getPageCount()).toBeGreaterThan(0)
  })

  it('takes text as data: markup in a note is printed, not obeyed', async () => {
    const [guide] = ABA_GUIDES
    if (guide === undefined) throw new Error('no guides')
    const notes = ['#panic("x") $ ` *甲* <b>@乙 \\', '<script>alert(1)</script>']
    const copyable = await copyableCharacters(await renderer.sheet(sheetOf({ ...guide, notes })))
    expect(Array.from('#$`*<>@\\').filter((character) => !copyable.has(character))).toEqual([])
  })
})

describe('an empty form', () => {
  it.each(ABA_FORMS.map((form) => [form.title, form] as const))(
    '%s: prints every field, choice and condition',
    async (title, form) => {
      const guide = ABA_FULL_GUIDES.find(({ formId }) => formId === form.formId)
      if (guide === undefined) throw new Error(`${title} belongs to no guide`)
      const sheet: Sheet = {
        template: 'blank-form',
        sheet: formSheet(form, nameOf(guide), guide),
        qrUrl: QR,
      }
      const pdf = await renderer.sheet(sheet)
      expect(await lostIn(sheet, pdf)).toEqual([])
    },
  )
})

describe('the print shop', () => {
  const sheet = (note: string): Sheet => ({ template: 'guide', sheet: { note }, qrUrl: QR })

  it('typesets the same content once, however many ask at once', async () => {
    let typeset = 0
    const shop = createPrintShop(async ({ sheet: content }) => {
      typeset += 1
      return await Promise.resolve(Buffer.from(JSON.stringify(content)))
    })
    const answers = await Promise.all(Array.from({ length: 50 }, () => shop.print(sheet('same'))))
    expect(typeset).toBe(1)
    expect(new Set(answers.map((answer) => answer?.tag)).size).toBe(1)
    await shop.print(sheet('other'))
    expect(typeset).toBe(2)
  })

  it('sends away who asks while too many different ones are in the making', async () => {
    const finish: (() => void)[] = []
    const shop = createPrintShop(
      async () =>
        await new Promise((resolve) => {
          finish.push(() => resolve(new Uint8Array()))
        }),
    )
    const asked = Array.from({ length: 13 }, (_, at) => shop.print(sheet(String(at))))
    expect(await asked.at(-1)).toBe(null)
    for (const end of finish) end()
    expect((await Promise.all(asked.slice(0, 12))).every((answer) => answer !== null)).toBe(true)
  })

  it('tries again what failed once', async () => {
    let tries = 0
    const shop = createPrintShop(async () => {
      tries += 1
      if (tries === 1) throw new Error('The typesetter ended')
      return await Promise.resolve(new Uint8Array([1]))
    })
    await expect(shop.print(sheet('x'))).rejects.toThrow('The typesetter ended')
    expect((await shop.print(sheet('x')))?.pdf).toEqual(new Uint8Array([1]))
  })
})
