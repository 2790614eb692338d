import { expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { ApplicationView } from '../../contract/application-view.ts'
import { post, read } from './support/api.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openBrowser } from './support/open-browser.ts'
import { newTab, signIn, visitor, type Person } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { COMPANY, receiptOf } from './support/receipts.ts'
import { keepScreenshot } from './support/screenshots.ts'
import {
  TO_PREPARE,
  answerSituation,
  chooseItem,
  fillInCompany,
  fillInPerson,
  identityField,
  received,
  tickFourChecks,
} from './support/window-steps.ts'

const { database, connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()
const sit = (username: string) => signIn(browser, product.address, username)
const { context: atTheWindow } = await sit('chuangkou1')

async function atTheCounter(): Promise<Person> {
  const clerk = await newTab(atTheWindow)
  await clerk.page.goto('/window')
  return clerk
}

/** How many applications of this applicant the database holds. */
async function applicationsOf(name: string): Promise<number> {
  const rows = await database.query<{ count: number }>(
    'select count(*)::int as count from application where region_code = 513200 and applicant_name = $1',
    [name],
  )
  return rows[0]?.count ?? 0
}

test('the same receipt sent twice is one application', async () => {
  const clerk = await atTheCounter()
  const { page } = clerk
  await chooseItem(page, 'dwwbhdw', /不可移动文物修缮许可/)
  await fillInPerson(page, '双某某', '513201199606060026')
  await Promise.all([page.keyboard.press('F7'), page.keyboard.press('F7')])
  await received(page)
  await page.keyboard.press('F2')
  await chooseItem(page, 'dwwbhdw', /不可移动文物修缮许可/)
  await fillInPerson(page, '击某某', '513201199606060026')
  await page.getByRole('button', { name: /^收件/ }).dblclick()
  await received(page)
  const receipt = receiptOf('再某某', '513201199707070039')
  const [first, second] = await Promise.all([
    post(clerk, '/api/applications', receipt),
    post(clerk, '/api/applications', receipt),
  ])
  expect(await first.json()).toEqual(await second.json())
  for (const name of ['双某某', '击某某', '再某某']) expect(await applicationsOf(name)).toBe(1)
  await clerk.page.close()
})

test('a page read anew in mid-form still has what was typed', async () => {
  const clerk = await atTheCounter()
  const { page } = clerk
  await chooseItem(page, 'hlwsw', /互联网上网服务/)
  await answerSituation(page, TO_PREPARE)
  await fillInCompany(page, COMPANY)
  await page
    .getByRole('radiogroup', { name: /^第 3 项/ })
    .getByLabel('缺')
    .check()
  await page.keyboard.press('Alt+1')
  await page.reload()
  await page.getByRole('checkbox', { name: '材料齐全', checked: true }).waitFor()
  await page.getByRole('radio', { name: /^申请筹建/, checked: true }).waitFor()
  expect(await page.getByLabel('单位名称').inputValue()).toBe(COMPANY.name)
  expect(await identityField(page).inputValue()).toBe(COMPANY.creditCode)
  expect(await page.getByLabel('住所').inputValue()).toBe(COMPANY.address)
  expect(
    await page
      .getByRole('radiogroup', { name: /^第 3 项/ })
      .getByLabel('缺')
      .isChecked(),
  ).toBe(true)
  await page.getByText('互联网上网服务营业场所经营单位设立审批').first().waitFor()
  await clerk.page.close()
})

test('of two clerks on one application the second sees what the first did, keeps the text and goes on', async () => {
  const first = await newTab(atTheWindow)
  const second = await sit('chuangkou2')
  const receipt = receiptOf('两某某', '513201199606060026')
  await post(first, '/api/applications', receipt)
  const place = `/window?open=${receipt.applicationId}`
  await Promise.all([first.page.goto(place), second.page.goto(place)])
  const { page } = second
  await page
    .getByRole('radiogroup', { name: /^第 2 项/ })
    .getByLabel('需补正')
    .check()
  await page.getByLabel('第 2 项的问题和补正办法').fill('缺出租人签字页，请补齐')
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog', { name: '补正告知书' })
  await dialog.getByRole('button', { name: '一次性告知', disabled: false }).waitFor()

  // Meanwhile the other clerk looks at the same application and notes what she found.
  const finding = first.page.getByRole('radiogroup', { name: /^第 2 项/ })
  await expect.poll(() => finding.getByLabel('需补正').isChecked(), { timeout: 20_000 }).toBe(true)
  await tickFourChecks(first.page)
  await finding.getByLabel('合格').check()
  await first.page.keyboard.press('F8')
  await first.page.getByRole('dialog', { name: '受理通知书' }).waitFor()
  await first.page.keyboard.press('Escape')

  await page.keyboard.press('Enter')
  const changed = page.getByRole('dialog', { name: /本件刚被他人办理/ })
  await changed.getByText(/张示例/).waitFor()
  await changed.getByRole('button', { name: '按最新状态再看一遍', disabled: false }).waitFor()
  await keepScreenshot(page, 'window-changed-meanwhile')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '一次性告知', disabled: false }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /一次性告知已办理/ }).waitFor()
  const { correction } = await read<ApplicationView>(
    first,
    `/api/applications/${receipt.applicationId}`,
  )
  expect(correction?.text).toContain('缺出租人签字页，请补齐')
  await Promise.all([first.page.close(), second.context.close()])
})

test('an application that is not one’s own shows a sentence and nothing else', async () => {
  const clerk = await newTab(atTheWindow)
  const receipt = receiptOf('别某某', '513201199606060026')
  await post(clerk, '/api/applications', receipt)
  const applicant = await sit('shenqing1')
  await applicant.page.goto(`/my/applications/${receipt.applicationId}`)
  await applicant.page.getByRole('alert').getByText('这不是您本人的办件').waitFor()
  await keepScreenshot(applicant.page, 'my-not-your-application')
  const shown = await applicant.page.locator('body').innerText()
  expect(shown).not.toContain('别某某')
  expect(shown).not.toContain('临时占用公共体育场')
  const answer = await applicant.page.request.get(`/api/applications/${receipt.applicationId}`)
  expect(answer.status()).toBe(403)
  expect(await answer.text()).not.toContain('别某某')
  const unknown = await applicant.page.request.get(`/api/applications/${uuidv7()}`)
  expect(unknown.status()).toBe(404)
  const stranger = await visitor(browser, product.address)
  await stranger.page.goto(`/my/applications/${receipt.applicationId}`)
  await stranger.page.waitForURL(/\/sign-in\?next=/)
  await Promise.all([clerk, applicant, stranger].map(({ page }) => page.close()))
})
