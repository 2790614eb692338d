import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { expectNoFaults } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'

const { database, connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const REGION = 513_200
const SUPERVISOR = 'ducha'
const HEAD_OF_DEPARTMENT = 'wentilv.fuze'
const DEPARTMENT = 'culture-tourism'

async function numbersOf(departmentId: string | null): Promise<string[]> {
  const rows = await database.query<{ number: string }>(
    `select number from application where region_code = $1 and ($2::text is null or department_id = $2) order by number`,
    [REGION, departmentId],
  )
  return rows.map(({ number }) => number)
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: '导出办件清单' })

/** By keyboard from the open dialog to the file on the disk. */
async function taken(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Control+Enter'),
  ])
  return readFileSync(await download.path())
}

async function sheetOf(file: Buffer) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as never)
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('The workbook has no sheet')
  const headings = sheet.getRow(2).values as string[]
  const column = (heading: string) => sheet.getColumn(headings.indexOf(heading)).values.slice(3)
  return { watermark: sheet.getCell('A1').text, column }
}

test('a supervisor takes the whole list as a workbook, masked, marked and on record', async () => {
  const { page, complaints, context } = await signIn(browser, product.address, SUPERVISOR)
  await page.goto('/supervision')
  await page.getByRole('button', { name: '导出清单' }).click()
  const dialog = dialogOf(page)
  const all = await numbersOf(null)
  await dialog.getByText(`共 ${all.length} 件`).waitFor()
  await expectNoFaults(page)
  await keepScreenshot(page, 'export-list')
  const { watermark, column } = await sheetOf(await taken(page))
  expect(column('办件编号')).toEqual(all)
  expect(watermark).toMatch(/^导出人：蒋示例.*收件日期不限/)
  expect(column('申请人').some((name) => typeof name === 'string' && name.includes('*'))).toBe(true)
  expect(column('收件日期').every((day) => day instanceof Date)).toBe(true)
  await expect
    .poll(() =>
      database.query(
        `select actor_name as name, detail ->> 'rows' as rows from access_audit where region_code = $1 and action = 'export-ended'`,
        [REGION],
      ),
    )
    .toEqual([{ name: '蒋示例', rows: String(all.length) }])
  expect(complaints).toEqual([])
  await context.close()
})

test('what is filtered away is counted away, and nothing is no file', async () => {
  const { page, context } = await signIn(browser, product.address, SUPERVISOR)
  await page.goto('/supervision')
  await page.getByRole('button', { name: '导出清单' }).click()
  const dialog = dialogOf(page)
  await dialog.getByLabel('部门').selectOption(DEPARTMENT)
  const own = await numbersOf(DEPARTMENT)
  await dialog.getByText(`共 ${own.length} 件`).waitFor()
  await dialog.getByLabel('收件日期从').fill('2099-01-01')
  await dialog.getByText('没有符合条件的办件').waitFor()
  expect(await dialog.getByRole('button', { name: /^导出/ }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await context.close()
})

test('a department takes its own list as CSV and no other', async () => {
  const { page, context } = await signIn(browser, product.address, HEAD_OF_DEPARTMENT)
  await page.goto('/desk')
  await page.getByRole('button', { name: '导出清单' }).click()
  const dialog = dialogOf(page)
  const own = await numbersOf(DEPARTMENT)
  await dialog.getByText(`共 ${own.length} 件`).waitFor()
  expect(await dialog.getByLabel('部门').count()).toBe(0)
  await dialog.getByLabel('纯文本表格（CSV）').check()
  const lines = (await taken(page)).toString().split('\r\n')
  expect(lines[0]?.startsWith('\uFEFF')).toBe(true)
  expect(lines.slice(2, -1).map((line) => line.split(',')[0])).toEqual(own)
  const foreign = await page.request.get(
    '/api/applications/export?format=csv&departmentId=market-regulation',
  )
  expect(foreign.status()).toBe(403)
  await context.close()
})

test('a window clerk has no such button and is refused', async () => {
  const { page, context } = await signIn(browser, product.address, 'chuangkou1')
  await page.goto('/window')
  expect(await page.getByRole('button', { name: '导出清单' }).count()).toBe(0)
  const refused = await page.request.get('/api/applications/export?format=xlsx')
  expect(refused.status()).toBe(403)
  expect(await refused.json()).toMatchObject({ code: 'not-permitted' })
  await context.close()
})
