import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { read } from './support/api.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { expectNoFaults, settle } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { newTab, signIn } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const ITEM = '互联网上网服务营业场所经营单位设立审批'
const REASON = '写明企业章程的依据到款项'

async function seat(username: string, place: string): Promise<Page> {
  const { page } = await signIn(browser, product.address, username)
  await page.goto(place)
  return page
}

/** On the department's or the Bureau's list, what waits for whoever looks, read and confirmed. */
async function confirmFromList(page: Page): Promise<void> {
  await page.goto('/catalogue?tab=drafts')
  await page.getByRole('link', { name: '去办理' }).click()
  await page.getByText('共 1 处不同').waitFor()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `确认：${ITEM}` })
  await dialog.getByRole('button', { name: '确认这些内容', disabled: false }).waitFor()
  await dialog.getByText('企业章程').waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
}

async function submit(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '送审' }).click()
  const dialog = page.getByRole('dialog', { name: '送审' })
  await dialog.getByLabel('改了什么').fill(reason)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
}

test('a guide is changed, held back by the linter, mended, confirmed by department and Bureau, and takes effect on a working day', async () => {
  const editor = await seat('wentilv.shixiang', '/catalogue')
  await settle(editor, ITEM)
  await expectNoFaults(editor)
  await keepScreenshot(editor, 'catalogue-1366')
  await editor.getByLabel('查找事项').fill('hlwswfw')
  await editor.getByText('1 / 75 项').waitFor()
  await editor.getByRole('link', { name: ITEM }).click()
  await editor.getByRole('button', { name: '起草指南' }).click()

  await editor.getByRole('button', { name: /2 企业章程/ }).click()
  const basis = editor.locator('[data-part="materials.2.basis"]')
  await basis.getByRole('textbox').fill('')
  await basis.getByText('没有依据的材料不得要求提交').waitFor()
  await editor.keyboard.press('Control+S')
  await editor.getByText('已保存').waitFor()
  await expectNoFaults(editor)
  await keepScreenshot(editor, 'guide-editor-1366')
  await submit(editor, REASON)
  await editor.getByText('等部门、州行政审批局确认').waitFor()
  expect(await editor.getByRole('button', { name: '确认', exact: true }).count()).toBe(0)

  const decider = await seat('wentilv.jueding', '/catalogue')
  await confirmFromList(decider)
  await decider.getByText('等州行政审批局确认').waitFor()
  const bureau = await seat('shending1', '/catalogue')
  await confirmFromList(bureau)
  await bureau.getByRole('button', { name: '发布', exact: true }).click()
  const publishing = bureau.getByRole('dialog', { name: `发布第 3 版：${ITEM}` })
  await publishing.getByText('仍按收件时的版本办完').first().waitFor()
  await publishing.getByText('开办网吧').waitFor()
  await keepScreenshot(bureau, 'publish-1366')
  await publishing.getByRole('button', { name: /起施行/ }).click()
  await publishing.getByRole('listitem').getByText('没有写明依据').waitFor()
  await publishing.getByText('代码 linter-errors').waitFor()

  await editor.reload()
  await editor.getByText('须改 1').first().waitFor()
  await editor.keyboard.press('F8')
  await basis.getByRole('textbox').waitFor()
  await expect
    .poll(() => editor.evaluate('document.activeElement.closest("[data-part]")?.dataset.part'))
    .toBe('materials.2.basis')
  await editor.keyboard.type('《互联网上网服务营业场所管理条例》第十条第（一）项、第十一条')
  await editor.getByRole('tab', { name: /检查\s*0/ }).waitFor()
  await editor.keyboard.press('Control+S')
  await editor.getByText('已保存').waitFor()
  await submit(editor, REASON)
  await editor.getByText('等部门、州行政审批局确认').waitFor()

  await confirmFromList(decider)
  await bureau.keyboard.press('Escape')
  await confirmFromList(bureau)
  await bureau.getByRole('button', { name: '发布', exact: true }).click()
  const days = publishing.getByRole('group', { name: '施行日期' })
  await days.locator('[aria-pressed=true]').waitFor()
  const off = await days.locator('.days button').filter({ hasText: '休' }).count()
  expect(off).toBeGreaterThan(7)
  expect(await days.locator('.days button:disabled').filter({ hasText: '休' }).count()).toBe(off)
  await publishing.getByRole('button', { name: /起施行/ }).click()
  await bureau.waitForURL('**/catalogue/aba-36')
  const scheduled = bureau.getByRole('row', { name: /第 3 版/ })
  await scheduled.getByText('待生效').waitFor()
  await scheduled.getByText(REASON).waitFor()
  await expectNoFaults(bureau)
  await keepScreenshot(bureau, 'item-versions-1366')

  await bureau.goto('/catalogue?tab=changes')
  await bureau.getByText('起执行第 3 版办事指南').waitFor()
  const guide = await bureau.request.get('/api/items/aba-36')
  expect(await guide.json()).toMatchObject({ version: 2 })
})

test('two editors of one draft lose nothing: other places come together, the same place is asked about', async () => {
  const person = await signIn(browser, product.address, 'wentilv.shixiang')
  const { page: first } = person
  await first.goto('/catalogue/aba-37')
  await first.getByRole('button', { name: '起草指南' }).click()
  await first.getByText('办事指南预览').waitFor()
  const { page: second } = await newTab(person.context)
  await second.goto(first.url())
  await second.getByText('办事指南预览').waitFor()
  const field = (page: Page, part: string) =>
    page.locator(`[data-part="${part}"]`).getByRole('textbox')

  await field(first, 'scope').fill('第一个人写的范围')
  await first.getByText('已保存').waitFor()
  await field(second, 'quota').fill('第二个人写的数量')
  await second.keyboard.press('Control+S')
  await second.getByText('两人的修改已经合在一起').waitFor()
  expect(await field(second, 'scope').inputValue()).toBe('第一个人写的范围')

  await field(first, 'quota').fill('第一个人写的数量')
  await field(first, 'certificateName').fill('第一个人的名称')
  await first.keyboard.press('Control+S')
  const asked = first.getByRole('alert').filter({ hasText: '同事同时改了' })
  await asked.getByText('第二个人写的数量').waitFor()
  await asked.getByText('第一个人写的数量').waitFor()
  await asked.getByRole('button', { name: '用同事的' }).click()
  await first.getByText('已保存').waitFor()
  const draftId = first.url().split('/').at(-1) ?? ''
  expect(await read(person, `/api/catalogue/drafts/${draftId}`)).toMatchObject({
    guide: {
      scope: '第一个人写的范围',
      quota: '第二个人写的数量',
      certificateName: '第一个人的名称',
    },
  })
})
