import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { expectNoFaults } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn, visitor } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { smallPdf } from './support/small-pdf.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }
const ADDRESS = '马尔康市示例大道 0 号一层'
const IDENTITY = '51322119900307001X'

const goOn = (page: Page) => page.locator('.apply-go .main').click()
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()
const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor()

async function answer(page: Page, question: RegExp, choice: string): Promise<void> {
  await heading(page, question)
  await page.getByRole('radio', { name: choice }).check()
  await goOn(page)
}

/** Whatever a page of the form asks, filled in with something that it takes. */
async function fillIn(page: Page): Promise<void> {
  for (const field of await page.locator('main .form-field').all()) await fillField(field)
}

async function fillField(field: Locator): Promise<void> {
  const typed = field.locator('input:not([type=radio]):not([type=checkbox]), textarea, select')
  if ((await typed.count()) === 0) {
    if ((await field.locator('input:checked').count()) === 0)
      await field.locator('input').first().check()
    return
  }
  if ((await field.locator('.form-optional').count()) > 0 || (await typed.inputValue()) !== '')
    return
  if ((await field.locator('select').count()) > 0) await typed.selectOption({ index: 1 })
  else await typed.fill(await fitting(typed))
}

async function fitting(typed: Locator): Promise<string> {
  const told = async (attribute: string) => (await typed.getAttribute(attribute)) ?? ''
  if ((await told('type')) === 'date') return '2030-03-09'
  if ((await told('type')) === 'tel') return '13800000000'
  if ((await told('inputmode')) !== '') return '300'
  const name = await told('name')
  if (name.endsWith('identity-number')) return IDENTITY
  return name.endsWith('address') ? ADDRESS : '示例填写'
}

async function upload(page: Page, names: readonly string[]): Promise<void> {
  const files = names.map((name) => ({ name, mimeType: 'application/pdf', buffer: smallPdf() }))
  await page.getByTestId('choose-files').setInputFiles(files)
  const pages = page.getByRole('list', { name: '已上传的文件，按页序' }).getByRole('listitem')
  await expect.poll(() => pages.count(), { timeout: 20_000 }).toBe(names.length)
}

describe.sequential('a company applies on a phone', () => {
  const NUMBER = /^\d{6}-\d{8}-\d{6}$/
  let phone: Page
  let complaints: string[]
  let code = ''

  test('finds the item by initials, answers the questions, and sees the materials shrink', async () => {
    const person = await signIn(browser, product.address, 'qiye1', PHONE)
    phone = person.page
    complaints = person.complaints
    await phone.goto('/')
    await phone.locator('input[role=combobox]').fill('hlwsw')
    await phone
      .getByRole('option', { name: /互联网上网服务/ })
      .first()
      .click()
    await phone.waitForURL('**/items/aba-36')
    await phone.goto('/apply/aba-36')
    await heading(phone, '您要办理什么？')
    await phone.getByText('申请材料共 12 项').waitFor()
    await answer(phone, /您要办理什么/, '申请筹建（第一步）')
    await phone.getByText('材料由 12 项减到 5 项').waitFor()
    await keepScreenshot(phone, 'apply-question-390')
    await expectNoFaults(phone)
  })

  test('is told at once where no application is possible, and goes back', async () => {
    await answer(phone, /校园周围/, '是其中之一')
    await heading(phone, '不需要在这里申请')
    await phone.getByText('请另选场所').waitFor()
    await phone.getByRole('button', { name: '修改回答' }).click()
    await answer(phone, /校园周围/, '都不是')
    await answer(phone, /自有的还是租来/, '租赁或者借用')
    await heading(phone, '谁来申请？')
  })

  test('what is missing is listed, and each line leads to its field', async () => {
    await phone.getByLabel('联系电话').fill('123')
    await goOn(phone)
    await phone.getByRole('heading', { name: '有 1 处需要修改' }).waitFor()
    await phone.locator('.apply-faults a').first().click()
    expect(await phone.evaluate('document.activeElement.name')).toBe('phone')
    await phone.getByLabel('联系电话').fill('13800000000')
    await goOn(phone)
    await heading(phone, '企业（单位）和负责人')
  })

  test('a reload in the middle of a word loses nothing', async () => {
    const name = phone.locator('[name="enterprise.name"]')
    await name.fill('阿坝示例网吧')
    // At once: nothing has been sent yet.
    await phone.reload()
    await heading(phone, '企业（单位）和负责人')
    expect(await name.inputValue()).toBe('阿坝示例网吧')
    await saved(phone)
  })

  test('what is typed without network is kept, said to be so, and sent afterwards', async () => {
    await phone.context().setOffline(true)
    await phone.locator('[name="contact.name"]').fill('张某某')
    await phone.getByText('没有网络，已存在本机').waitFor()
    await phone.context().setOffline(false)
    await saved(phone)
    complaints.length = 0
    await fillIn(phone)
    await keepScreenshot(phone, 'apply-form-390')
    await expectNoFaults(phone)
  })

  test('the slip’s code opens the same draft on another device, and both may write', async () => {
    await saved(phone)
    await phone.getByRole('button', { name: '换设备或者到窗口继续' }).click()
    await phone.getByRole('button', { name: '生成取件码' }).click()
    code = await phone.locator('.apply-slip .code').innerText()
    await keepScreenshot(phone, 'apply-slip-390')
    await phone.getByRole('button', { name: '关闭' }).click()

    const desk = (await signIn(browser, product.address, 'qiye1', DESKTOP)).page
    await desk.goto('/resume')
    await desk.getByLabel('取件码').fill('1O0')
    await desk.getByRole('button', { name: '继续填写' }).click()
    await desk.getByText(/不含 0、1、I、O/).waitFor()
    await desk.getByLabel('取件码').fill(code.toLowerCase().replaceAll('-', ' '))
    await desk.getByRole('button', { name: '继续填写' }).click()
    await heading(desk, '企业（单位）和负责人')
    expect(await desk.locator('[name="enterprise.name"]').inputValue()).toBe('阿坝示例网吧')
    await keepScreenshot(desk, 'apply-form-1280')
    await desk.locator('[name="enterprise.name"]').fill('桌面上改的名称')
    await saved(desk)

    await phone.locator('[name="enterprise.name"]').fill('手机上改的名称')
    await phone.getByRole('heading', { name: '另一台设备也改了这些内容' }).waitFor()
    await phone.getByRole('button', { name: /桌面上改的名称/ }).waitFor()
    await phone.getByRole('button', { name: /手机上改的名称/ }).click()
    await saved(phone)
    await desk.reload()
    await expect
      .poll(() => desk.locator('[name="enterprise.name"]').inputValue())
      .toBe('手机上改的名称')
    await desk.context().close()
    // The refused save stands on the console as the browser writes it.
    expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
    complaints.length = 0
  })

  test('fills in the form to its end', async () => {
    for (const group of [/企业/, /场所/, /计算机/, /领取/]) {
      await heading(phone, group)
      await fillIn(phone)
      await goOn(phone)
    }
    await heading(phone, '申请材料')
    await keepScreenshot(phone, 'apply-materials-390')
  })

  test('uploads several files at once, puts them in order by keyboard, and looks at one', async () => {
    await phone.getByRole('link', { name: /营业场所租赁意向书/ }).click()
    await heading(phone, '营业场所租赁意向书')
    await upload(phone, ['正文.pdf', '签名页.pdf'])
    await phone.getByRole('button', { name: '把 签名页.pdf 前移' }).press('Enter')
    const first = phone.locator('.upload-pages li').first()
    await first.getByText('签名页.pdf').first().waitFor()
    await keepScreenshot(phone, 'apply-material-390')
    await expectNoFaults(phone)
    await phone.reload()
    await heading(phone, '营业场所租赁意向书')
    await first.getByText('签名页.pdf').first().waitFor()
    for (const name of ['企业章程', '资金信用证明']) {
      await phone.getByRole('button', { name: '上一步' }).click()
      await phone.getByRole('link', { name: new RegExp(name) }).click()
      await upload(phone, [`${name}.pdf`])
    }
  })

  test('a desktop takes photographs from a phone by a code', async () => {
    const { page: desk } = await signIn(browser, product.address, 'qiye1', DESKTOP)
    await desk.goto(phone.url())
    await heading(desk, '资金信用证明')
    const paired = desk.waitForResponse((response) => response.url().endsWith('/pairings'))
    await desk.getByRole('button', { name: /用手机拍/ }).click()
    const { url } = (await (await paired).json()) as { url: string }
    await desk.getByRole('img', { name: '手机扫描用的二维码' }).waitFor()
    await keepScreenshot(desk, 'apply-material-1280')
    const { pathname, hash } = new URL(url)
    expect(pathname).toBe('/scan')

    const camera = await visitor(browser, product.address, PHONE)
    await camera.page.goto(pathname + hash)
    await camera.page.getByText('资金信用证明', { exact: true }).waitFor()
    const photograph = { name: '手机拍的.pdf', mimeType: 'application/pdf', buffer: smallPdf() }
    await camera.page.getByTestId('choose-files').setInputFiles(photograph)
    await camera.page.getByText(/电脑上已收到 2 页/).waitFor()
    await desk.locator('.upload-pages').getByText('手机拍的.pdf').first().waitFor()
    await desk.context().close()
    await keepScreenshot(camera.page, 'scan-390')
    await expectNoFaults(camera.page)
    await camera.context.close()
  })

  test('checks everything, submits once, and gets number, code and receipt', async () => {
    await phone.goto(phone.url().replace(/#.*/, '#review'))
    await phone.reload()
    await heading(phone, '核对并提交')
    await phone.getByText('手机上改的名称').waitFor()
    await phone.getByText('提交后立即出具《申请材料接收凭证》').waitFor()
    await phone.getByRole('checkbox', { name: /真实性负责/ }).check()
    await keepScreenshot(phone, 'apply-review-390')
    await phone.getByRole('button', { name: '提交申请' }).click()
    await heading(phone, '申请已提交')
    const [number, queryCode] = await phone.locator('.apply-slip .big').allInnerTexts()
    expect(number).toMatch(NUMBER)
    expect(queryCode).toMatch(/^\d{6}$/)
    await phone.getByRole('link', { name: /申请材料接收凭证/ }).waitFor()
    await keepScreenshot(phone, 'apply-done-390')
    await expectNoFaults(phone)

    await phone.reload()
    await phone.getByText(number ?? '').waitFor()
    await phone.getByRole('link', { name: '查看办理进度' }).click()
    await phone.waitForURL('**/my/applications/*')
    await phone
      .getByText(number ?? '')
      .first()
      .waitFor()
    expect(complaints).toEqual([])
  })
})

test('somebody without an account fills in first, and is asked to sign in only to submit', async () => {
  const { page, context } = await visitor(browser, product.address, PHONE)
  await page.goto('/apply/aba-60')
  await page.locator('h1').first().waitFor()
  for (let asked = 0; asked < 8; asked += 1) {
    if (await page.getByRole('heading', { name: '谁来申请？' }).isVisible()) break
    await page.locator('.apply-choices input').first().check()
    await goOn(page)
  }
  await heading(page, '谁来申请？')
  await page.getByRole('link', { name: '登录' }).waitFor()
  await goOn(page)
  await page.locator('.apply-faults').waitFor()
  await expectNoFaults(page)
  await context.close()
})
