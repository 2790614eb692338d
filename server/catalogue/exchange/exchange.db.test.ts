import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { ABA_ITEMS } from '../../../catalogue/aba/load-catalogue.ts'
import type { CatalogueFile } from '../../../contract/catalogue-exchange.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import { composedServer } from '../../../tests/support/composed-server.ts'
import { freshDatabase } from '../../../tests/support/fresh-database.ts'
import { newId } from '../../event-log/chain.ts'

const { database } = await freshDatabase()
const server = await composedServer(database, () => '2026-11-20T02:00:00.000Z' as Instant, {
  catalogue: 'shipped',
})
afterAll(() => server.close())

const EDITOR = 'wentilv.shixiang'
const ITEM = 'aba-36'
const OWN = 'departmentId=culture-tourism'

type Preview = {
  token: string
  errors: { sheet: string; row: number; place: string; message: string }[]
  errorsInAll: number
  hasWorkbook: boolean
  changes: {
    itemId: string
    kind: string
    lines: { part: string; before: string; after: string }[]
  }[]
  unchanged: number
}

async function upload(bytes: Buffer, fileName: string, by = EDITOR) {
  const boundary = 'yichuangboundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return await server.http.inject({
    method: 'POST',
    url: '/api/catalogue/imports',
    headers: {
      'x-yichuang': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    cookies: { yichuang: await server.signIn(by) },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}
async function preview(bytes: Buffer, fileName = '导入.xlsx', by = EDITOR): Promise<Preview> {
  const answer = await upload(bytes, fileName, by)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
async function download(path: string): Promise<Buffer> {
  const answer = await server.send(EDITOR, 'GET', path)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.rawPayload
}
async function workbookOf(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as never)
  return workbook
}
const exported = async (query = `itemId=${ITEM}`) =>
  await workbookOf(await download(`/api/catalogue/export/xlsx?${query}`))
const bytesOf = async (workbook: ExcelJS.Workbook) => Buffer.from(await workbook.xlsx.writeBuffer())
function cellOf(workbook: ExcelJS.Workbook, sheet: string, heading: string, row = 2): ExcelJS.Cell {
  const found = workbook.getWorksheet(sheet)
  if (found === undefined) throw new Error(`No sheet ${sheet}`)
  const headings = found.getRow(1).values as string[]
  return found.getCell(row, headings.indexOf(heading))
}

describe('a workbook', () => {
  test('of a whole department comes back as it went out: nothing would change', async () => {
    const answer = await preview(await download(`/api/catalogue/export/xlsx?${OWN}`))
    expect(answer.errors).toEqual([])
    expect(answer.changes).toEqual([])
    const own = ABA_ITEMS.filter(({ departmentId }) => departmentId === 'culture-tourism')
    expect(answer.unchanged).toBe(own.length * 2)
  })

  test('offers its choices as drop-downs', async () => {
    const workbook = await workbookOf(await download('/api/catalogue/export/template'))
    const { dataValidation } = cellOf(workbook, '事项', '状态')
    expect(dataValidation).toMatchObject({ type: 'list' })
    const [, range = ''] = /^选项!(.+)$/.exec(String(dataValidation.formulae[0])) ?? []
    expect(range).toMatch(/^\$[A-Z]\$1:\$[A-Z]\$7$/)
    expect(workbook.getWorksheet('选项')?.state).toBe('hidden')
  })

  test('shows what it would change before it does, and becomes a draft that nobody has confirmed', async () => {
    const workbook = await exported()
    cellOf(workbook, '指南', '适用范围').value = '导入的适用范围'
    const found = await preview(await bytesOf(workbook))
    expect(found.errors).toEqual([])
    expect(found.changes).toMatchObject([
      { itemId: ITEM, kind: 'guide', lines: [{ part: 'scope', after: '导入的适用范围' }] },
    ])
    const apply = async () =>
      (
        await server.send(EDITOR, 'POST', `/api/catalogue/imports/${found.token}/apply`, {
          commandId: newId(),
        })
      ).json<{ draftIds: string[] }>()
    const { draftIds } = await apply()
    expect(draftIds).toHaveLength(1)
    expect((await apply()).draftIds).toEqual(draftIds)
    const draft = (
      await server.send(EDITOR, 'GET', `/api/catalogue/drafts/${draftIds[0]}`)
    ).json<object>()
    expect(draft).toMatchObject({
      state: 'editing',
      guide: { scope: '导入的适用范围' },
      confirmations: [],
      history: [{ action: 'imported', text: '自“导入.xlsx”导入：适用范围' }],
    })
    const published = (await server.send(null, 'GET', `/api/items/${ITEM}`)).json<{
      version: number
    }>()
    expect(published.version).toBe(2)
  })

  test('with wrong types, formulas and merged cells says so row by row in its own column', async () => {
    const workbook = await exported()
    cellOf(workbook, '指南', '法定办结时限（工作日）').value = '二十天'
    cellOf(workbook, '指南', '承诺办结时限（工作日）').value = { formula: '1+1', result: 2 }
    cellOf(workbook, '材料', '形式', 3).value = '口头'
    cellOf(workbook, '材料', '材料名称', 2).value = null
    workbook.getWorksheet('常见问题')?.mergeCells('A2:B2')
    const found = await preview(await bytesOf(workbook))
    const told = found.errors.map(({ sheet, row, message }) => `${sheet} ${row} ${message}`)
    expect(told).toEqual(
      expect.arrayContaining([
        '指南 2 法定办结时限（工作日）应为数字',
        '指南 2 承诺办结时限（工作日）是公式，请改为数值或者文字',
        '材料 3 形式应为 纸质、电子、纸质或者电子 之一',
        '常见问题 2 合并了单元格，请取消合并后每格单独填写',
      ]),
    )
    expect(told.some((line) => line.startsWith('材料 2 '))).toBe(true)
    const back = await workbookOf(await download(`/api/catalogue/imports/${found.token}/workbook`))
    expect(cellOf(back, '材料', '错误', 3).value).toContain('形式应为')
    expect(cellOf(back, '材料', '材料名称', 3).value).toBe(
      cellOf(workbook, '材料', '材料名称', 3).value,
    )
    const applied = await server.send(
      EDITOR,
      'POST',
      `/api/catalogue/imports/${found.token}/apply`,
      { commandId: newId() },
    )
    expect(applied.json()).toMatchObject({ code: 'import-has-errors' })
    // Mended where it was told, with the error column still there, it goes through.
    cellOf(workbook, '指南', '法定办结时限（工作日）').value = 20
    cellOf(workbook, '指南', '承诺办结时限（工作日）').value = 10
    cellOf(workbook, '材料', '形式', 3).value = '纸质'
    cellOf(workbook, '材料', '材料名称', 2).value = '改名的材料'
    workbook.getWorksheet('常见问题')?.unMergeCells('A2:B2')
    cellOf(workbook, '常见问题', '问', 2).value = '怎么办理？'
    const mended = await preview(await bytesOf(workbook))
    expect(mended.errors).toEqual([])
  })

  test('of another department is refused item by item', async () => {
    const found = await preview(
      await download(`/api/catalogue/export/xlsx?itemId=${ITEM}`),
      '导入.xlsx',
      'jiaoyuju.shixiang',
    )
    expect(found.errors).toMatchObject([
      { sheet: '事项', row: 2, message: '这个事项不由您所在的部门办理，不能导入' },
    ])
  })

  test('somebody else’s import is not found', async () => {
    const found = await preview(await download(`/api/catalogue/export/xlsx?itemId=${ITEM}`))
    const answer = await server.send(
      'jiaoyuju.shixiang',
      'POST',
      `/api/catalogue/imports/${found.token}/apply`,
      { commandId: newId() },
    )
    expect(answer.json()).toMatchObject({ code: 'import-expired' })
  })
})

describe('a file that would do harm', () => {
  const refusal = async (bytes: Buffer, fileName = '导入.xlsx') =>
    (await upload(bytes, fileName)).json<{ code: string; detail: string }>()

  test('of 100,000 rows is refused by its rows', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    ).join('')
    expect(await refusal(workbookWith(`<sheetData>${rows}</sheetData>`))).toMatchObject({
      code: 'import-file-refused',
      detail: '“事项”表超过 5000 行，请分几个文件导入。',
    })
  })

  test('that unpacks to gigabytes is refused before it is unpacked, whatever it claims', async () => {
    const bomb = ' '.repeat(40 * 1024 * 1024)
    expect((await refusal(workbookWith(bomb))).detail).toContain('20 MB')
    expect((await refusal(workbookWith(bomb, { claimed: 100 }))).detail).toContain('20 MB')
  })

  test('with macros is refused by its name and by its content', async () => {
    expect(await refusal(workbookWith('<sheetData/>'), '导入.xlsm')).toMatchObject({
      code: 'import-file-refused',
    })
    expect((await refusal(workbookWith('<sheetData/>', { macro: true }))).detail).toContain('宏')
  })

  test('that merges a whole sheet is told, not walked over', async () => {
    const found = await preview(
      workbookWith(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>事项编码</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    )
    expect(found.errors[0]).toMatchObject({ place: 'A1:XFD1048576' })
  })

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'a.png'],
    ['a torn zip', Buffer.from('PK\u0003\u0004torn'), 'a.xlsx'],
    ['nothing', Buffer.alloc(0), 'a.xlsx'],
  ])('%s is refused', async (_, bytes, fileName) => {
    expect((await refusal(bytes, fileName)).code).toBe('import-file-refused')
  })
})

describe('a JSON file', () => {
  const file = async () =>
    JSON.parse(
      (await download(`/api/catalogue/export/json?itemId=${ITEM}`)).toString(),
    ) as CatalogueFile
  const asBytes = (value: unknown) => Buffer.from(JSON.stringify(value))

  test('of the whole list comes back as it went out', async () => {
    const bytes = await download(`/api/catalogue/export/json?${OWN}`)
    const found = await preview(bytes, '清单.json')
    expect(found.errors).toEqual([])
    // One guide is being written since the workbook was applied: it alone differs.
    expect(found.changes.map(({ itemId, kind }) => `${itemId} ${kind}`)).toEqual([`${ITEM} guide`])
  })

  test('with unknown fields and wrong values is told path by path', async () => {
    const wrong = structuredClone(await file()) as never as {
      items: {
        guide: { committedDays: unknown; secret?: string; materials: { copies: unknown }[] }
      }[]
    }
    const [first] = wrong.items
    if (first?.guide.materials[0] === undefined) throw new Error('No guide was exported')
    first.guide.committedDays = 'soon'
    first.guide.secret = 'x'
    first.guide.materials[0].copies = -1
    const found = await preview(asBytes(wrong), '清单.json')
    expect(found.errors.map(({ place }) => place).toSorted()).toEqual([
      'items.0.guide.committedDays',
      'items.0.guide.materials.0.copies',
      'items.0.guide.secret',
    ])
    expect(found.hasWorkbook).toBe(false)
  })

  test('that is none is refused in words', async () => {
    const found = await preview(Buffer.from('{"format":'), '清单.json')
    expect(found.errors).toMatchObject([{ message: '不是有效的 JSON，请用导出的文件修改' }])
  })
})

/** The smallest workbook with one sheet of the name 事项, whose XML the test writes. */
function workbookWith(
  sheet: string,
  { claimed, macro = false }: { claimed?: number; macro?: boolean } = {},
): Buffer {
  const xml = sheet.startsWith('<') ? `<worksheet>${sheet}</worksheet>` : sheet
  return zipOf([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      '<workbook xmlns:r="r"><sheets><sheet name="事项" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    ['xl/worksheets/sheet1.xml', xml, claimed ?? Buffer.byteLength(xml)],
    ...(macro ? ([['xl/vbaProject.bin', 'macro']] as [string, string][]) : []),
  ])
}

function zipOf(parts: readonly (readonly [string, string, number?])[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text, claimed] of parts) {
    const data = deflateRawSync(Buffer.from(text))
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(claimed ?? Buffer.byteLength(text), 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(at, 42)
    const own = Buffer.concat([local, Buffer.from(name), data])
    locals.push(own)
    directory.push(Buffer.concat([entry, Buffer.from(name)]))
    at += own.length
  }
  const all = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(all.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, all, end])
}
