import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { post, read } from './support/api.ts'
import { confirmAct } from './support/confirm-act.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { expectNoFaults } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { smallPdf } from './support/small-pdf.ts'
import { tickFourChecks } from './support/window-steps.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const PHONE = { width: 390, height: 844 }
const MATERIALS = ['申请书', '场所或者资格证明', '身份证明']
const NUMBER = /^\d{6}-\d{8}-\d{6}$/
const [{ page: phone, complaints }, clerk] = await Promise.all([
  signIn(browser, product.address, 'shenqing1', PHONE),
  signIn(browser, product.address, 'chuangkou1'),
])

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()
const goOn = () => phone.locator('.apply-go .main').click()
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: smallPdf() })

/** What the window does between two of the citizen's looks, past its screens. */
async function act(command: string, fields: object): Promise<void> {
  const { version } = await read<{ version: number }>(clerk, `/api/applications/${applicationId}`)
  const body = { commandId: uuidv7(), expectedVersion: version, ...fields }
  const answer = await post(clerk, `/api/applications/${applicationId}/${command}`, body)
  expect(answer.status(), await answer.text()).toBe(200)
}

let applicationId = ''
let number = ''

describe.sequential('a citizen’s whole way on a phone, from the search to the rating', () => {
  test('finds the item by its initials and begins from its guide', async () => {
    await phone.goto('/')
    await phone.locator('input[role=combobox]').fill('dwwbhdw')
    await phone
      .getByRole('option', { name: /不可移动文物修缮许可/ })
      .first()
      .click()
    await phone.waitForURL('**/items/aba-40')
    await phone.getByRole('link', { name: '在线申请' }).first().click()
    await heading(phone, '谁来申请？')
    await phone.getByLabel('联系电话').fill('13800000000')
    await goOn()
    await heading(phone, '申请材料')
  })

  test('hands in a file for each material and submits', async () => {
    for (const [at, name] of MATERIALS.entries()) {
      if (at === 0) await phone.getByRole('link', { name: new RegExp(name) }).click()
      await heading(phone, name)
      await phone.getByTestId('choose-files').setInputFiles(pdf(`${name}.pdf`))
      await phone.locator('.upload-pages').getByText(`${name}.pdf`).first().waitFor()
      await goOn()
    }
    await phone.goto(phone.url().replace(/#.*/, '#review'))
    await phone.reload()
    await heading(phone, '核对并提交')
    await phone.getByRole('checkbox', { name: /真实性负责/ }).check()
    await phone.getByRole('button', { name: '提交申请' }).click()
    await heading(phone, '申请已提交')
    number = (await phone.locator('.apply-slip .big').first().innerText()).trim()
    expect(number).toMatch(NUMBER)
    await phone.getByRole('link', { name: '查看办理进度' }).click()
    await phone.waitForURL('**/my/applications/*')
    applicationId = new URL(phone.url()).pathname.split('/').at(-1) ?? ''
    await phone.getByText(number).first().waitFor()
    // Gone if the page is read anew: what the window does must arrive by itself.
    await phone.evaluate('globalThis.neverReloaded = true')
  })

  test('is asked for a correction, sees it come, and supplies what was asked', async () => {
    await act('request-correction', { materials: [2], text: '场所证明缺少产权人签字，请补正。' })
    await phone.getByRole('heading', { name: '请补正这 1 项材料' }).waitFor()
    await phone.getByText('场所证明缺少产权人签字，请补正。').first().waitFor()
    await keepScreenshot(phone, 'my-correction-390')
    await expectNoFaults(phone)
    await phone.getByLabel('场所或者资格证明 的文件').setInputFiles(pdf('补正的证明.pdf'))
    await phone.getByRole('button', { name: '提交补正材料（1 项）' }).click()
    await phone.getByRole('heading', { name: /请补正/ }).waitFor({ state: 'detached' })
  })

  test('sees the acceptance while the page is open, and reads the notice', async () => {
    await clerk.page.goto(`/window?open=${applicationId}`)
    await clerk.page.getByRole('link', { name: number }).waitFor()
    await tickFourChecks(clerk.page)
    await clerk.page.keyboard.press('F8')
    await confirmAct(clerk.page, { title: '受理通知书', label: '受理' })

    await phone.getByText('已受理').first().waitFor()
    await phone.getByRole('button', { name: '受理通知书' }).click()
    await phone
      .getByRole('img', { name: /受理通知书/ })
      .first()
      .waitFor()
    await keepScreenshot(phone, 'my-notice-390')
    await phone.keyboard.press('Escape')
    expect(await phone.evaluate('globalThis.neverReloaded')).toBe(true)
  })

  test('rates the service, and nothing on the way was a fault', async () => {
    await phone.getByRole('button', { name: /评价服务/ }).click()
    await phone.getByRole('radio', { name: '非常满意' }).check()
    await phone.getByLabel('想说的话（可以不写）').fill('在手机上就办好了')
    await expectNoFaults(phone)
    const rated = phone.waitForResponse((answer) => answer.url().endsWith('/rate'))
    await phone.getByRole('button', { name: '提交评价' }).click()
    expect((await rated).status()).toBe(200)
    await phone.getByRole('button', { name: '提交评价' }).waitFor({ state: 'detached' })
    await keepScreenshot(phone, 'my-rated-390')
    expect(complaints).toEqual([])
  })
})
