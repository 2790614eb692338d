import { readFile } from 'node:fs/promises'
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ApplicationView } from '../../contract/application-view.ts'
import { cuttableDatabase } from './support/cuttable-database.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { takePicture } from './support/screenshots.ts'
import { answerSituation, chooseItem, fillInPerson, TO_PREPARE } from './support/window-steps.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
// The line between the window and the server, not the one to the database.
const line = await cuttableDatabase(product.address)
const browser = await openBrowser()

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Every address in the worker's caches, the files before the answers. */
const KEPT = `caches.keys().then(async (names) => {
  const kept = await Promise.all(names.toSorted().toReversed().map(async (name) => (await (await caches.open(name)).keys())))
  return kept.flat().map(({ url }) => url + ' ').join('')
})`

test('a window whose server is gone goes on: reload, receipt with a photograph and a printed number, and all of it merged', async () => {
  const { page, context } = await signIn(
    browser,
    new URL(line.connectionString).origin,
    'chuangkou1',
  )
  await page.getByRole('combobox', { name: '查找事项' }).waitFor()
  // Key, numbers, the window's files and the guide are here before the line goes.
  await expect
    .poll(() => page.evaluate<string>(KEPT), { timeout: 60_000 })
    .toMatch(/window-page.*\/api\/items .*\/api\/items\/aba-36 /s)

  line.cut()
  await page.reload()
  await page.getByText('离线收件中').waitFor()
  await chooseItem(page, 'hlwsw', /互联网上网服务/)
  await answerSituation(page, TO_PREPARE)
  await fillInPerson(page, '断网某某', '513201198805120015')
  await page.keyboard.press('F7')
  const heading = page.getByRole('heading', { name: /^513200-\d{8}-\d{6}$/ })
  const number = await heading.innerText()
  await page.getByLabel(/^存入第 1 项/).setInputFiles({
    name: '照片.png',
    mimeType: 'image/png',
    buffer: PHOTO,
  })
  await page.getByText('文件 1 份').waitFor()
  await page.getByRole('button', { name: '打印离线收件凭证' }).click()
  const paper = page.frameLocator('iframe[data-print="offline-receipt"]').locator('body')
  expect(await paper.innerText()).toContain(`编号 ${number}`)
  expect(await page.getByRole('button', { name: /^受理/ }).isDisabled()).toBe(true)
  await takePicture(page, 'window-offline')
  await page.reload()
  await page.getByText(number).first().waitFor()

  await page.getByRole('button', { name: '离线日志', exact: true }).click()
  const exported = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出离线日志' }).click()
  const journal = await readFile(await (await exported).path())
  expect(journal.toString('latin1')).not.toContain(Buffer.from('断网某某').toString('latin1'))

  line.mend()
  await page.getByText('离线收件中').waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: number }).waitFor()
  const applicationId = new URL(page.url()).searchParams.get('open') ?? ''
  const view = await readView(context, applicationId)
  expect(view.number).toBe(number)
  expect(view.history.at(-1)?.sentence).toContain('离线收件')
  await expect
    .poll(async () => {
      const { materials } = await readView(context, applicationId)
      return materials.flatMap(({ files }) => files).length
    })
    .toBe(1)

  // The same clerk at another machine: of a file cut in half what is whole, then all of it; nothing is received twice.
  const other = await signIn(browser, new URL(line.connectionString).origin, 'chuangkou1')
  await other.page.getByRole('combobox', { name: '查找事项' }).waitFor()
  await other.page.getByRole('button', { name: '离线日志', exact: true }).click()
  const bring = async (buffer: Buffer) =>
    await other.page
      .getByLabel('导入离线日志')
      .setInputFiles({ name: '离线日志.ycj', mimeType: 'application/octet-stream', buffer })
  await bring(journal.subarray(0, Math.floor(journal.length * 0.7)))
  await other.page.getByText(/文件不完整，\d+ 条无法恢复/).waitFor()
  await takePicture(other.page, 'window-journal-half')
  await bring(journal)
  await other.page.getByText(/^已导入 \d+ 条。$/).waitFor()
  expect(await other.page.getByText('条损坏，无法恢复').count()).toBe(0)
  const { materials, number: kept } = await readView(context, applicationId)
  expect([kept, materials.flatMap(({ files }) => files).length]).toEqual([number, 1])
}, 120_000)

async function readView(context: BrowserContext, applicationId: string): Promise<ApplicationView> {
  const answer = await context.request.get(`/api/applications/${applicationId}`)
  return (await answer.json()) as ApplicationView
}
