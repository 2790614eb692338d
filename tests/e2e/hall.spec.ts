import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { ApplicationView } from '../../contract/application-view.ts'
import { post, read } from './support/api.ts'
import { confirmAct } from './support/confirm-act.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { startDeviceProgram } from './support/device-program.ts'
import { expectNoFaults, settle } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { newTab, signIn, visitor, type Person } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { receiptOf } from './support/receipts.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { signOnGlass } from './support/sign-on-glass.ts'
import { chooseItem, identityField, receive } from './support/window-steps.ts'

// One day of one window, with every device that stands beside it: the device program is the real one, its devices simulated.

const { connectionString, database } = await demonstrationDatabase()
const devices = await startDeviceProgram()
afterAll(async () => await devices.stop())
// For this server alone: it trusts what the simulated reader signs.
process.env['YICHUANG_READER_KEYS'] = devices.readerKeys
const product = await startProduct(connectionString)
delete process.env['YICHUANG_READER_KEYS']
const browser = await openBrowser()

const WALL = { width: 1920, height: 1080 }
const KIOSK = { width: 1080, height: 1920 }
const ITEM = '不可移动文物修缮许可'
const NUMBER_LINK = /^\d{6}-\d{8}-\d{6}$/

const manager = await signIn(browser, product.address, 'dating')
const clerk = await signIn(browser, product.address, 'chuangkou1')
const screen = await visitor(browser, product.address, WALL)
const overWindow = await visitor(browser, product.address, WALL)
const kiosk = await visitor(browser, product.address, KIOSK)
const faces = await visitor(browser, product.address)
const { page } = clerk

async function register(kind: string, name: string, windowId: number | null): Promise<string> {
  const body = { deviceId: crypto.randomUUID(), kind, name, windowId }
  const answer = await post(manager, '/api/hall/devices', body)
  return ((await answer.json()) as { pairingCode: string }).pairingCode
}

const viewOf = async (applicationId: string) =>
  await read<ApplicationView>(clerk, `/api/applications/${applicationId}`)

/** What the trail says of an act. */
async function trailOf(applicationId: string, type: string): Promise<string> {
  const { history } = await viewOf(applicationId)
  return history.find((event) => event.type === type)?.sentence ?? ''
}

/** What the program's people see and hear. */
async function hears(words: string): Promise<void> {
  await expect.poll(devices.said, { timeout: 20_000 }).toContain(words)
}

test('only the pages that devices stand beside may speak to them', async () => {
  const policyOf = async (at: string) => {
    const answer = await page.request.get(at, { headers: { accept: 'text/html' } })
    return /connect-src ([^;]*)/.exec(answer.headers()['content-security-policy'] ?? '')?.[1]
  }
  for (const at of ['/window', '/window/issue', '/kiosk', '/home', '/hall/screen'])
    expect(await policyOf(at)).toBe("'self' ws://127.0.0.1:27180")
  for (const at of ['/', '/sign-in', '/my', '/desk', '/seal', '/supervision', '/catalogue'])
    expect(await policyOf(at)).toBe("'self'")
})

test('window and kiosk are paired once, with the devices beside them and with the hall', async () => {
  await page.getByRole('link', { name: '设备未配对' }).click()
  await page.getByLabel('配对码').first().fill(devices.code())
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '全部自检' }).click()
  await page.getByText('模拟领件柜正常').waitFor()
  await settle(page, '模拟取号打印机正常')
  await manager.page.goto('/hall/devices')
  await manager.page.getByRole('button', { name: '登记设备' }).click()
  await manager.page.getByLabel('种类').selectOption({ label: '评价器' })
  await manager.page.getByLabel('名称').fill('1 号窗口评价器')
  await manager.page.getByRole('dialog').getByLabel(/^窗口/).selectOption('1')
  await manager.page.keyboard.press('Control+Enter')
  const code = (await manager.page.locator('.pairing-code').textContent()) ?? ''
  await manager.page.keyboard.press('Escape')
  await page.getByLabel('大厅设备配对码').fill(code)
  await page.keyboard.press('Enter')
  await page.getByText('1 号窗口评价器，1 号窗口').waitFor()
  await expectNoFaults(page)
  await keepScreenshot(page, 'workstation')

  await faces.page.goto('/hall/evaluator')
  await faces.page
    .getByRole('textbox', { name: '配对码' })
    .fill(await register('evaluator', '第二屏', 1))
  await faces.page.keyboard.press('Enter')
  await faces.page.getByRole('heading', { name: '欢迎您' }).waitFor()

  await kiosk.page.goto('/kiosk/pair')
  await kiosk.page.getByLabel('外设程序上的 6 位数字').fill(devices.code())
  await kiosk.page.getByRole('button', { name: '配对外设' }).click()
  await kiosk.page.getByText('外设已经配对。').waitFor()
  await kiosk.page
    .getByLabel('配对码', { exact: true })
    .fill(await register('kiosk', '自助机', null))
  await kiosk.page.getByRole('button', { name: '配对', exact: true }).click()
  await kiosk.page.getByRole('heading', { name: '请点您要办的事' }).waitFor()
})

let received = { applicationId: '', number: '' }

test('one number from the card at the kiosk to the figure: taken, printed, called, read, received, rated, counted', async () => {
  await page.getByRole('link', { name: '综合窗口' }).click()
  await page.getByRole('group', { name: '上岗' }).getByRole('button', { name: '上岗' }).click()
  await page.getByText('1 号窗口 · 空闲').waitFor()
  await screen.page.goto('/hall/screen?unpaired')
  await overWindow.page.goto('/hall/window/1?unpaired')

  await kiosk.page.getByRole('link', { name: '取号' }).click()
  await kiosk.page.getByRole('button', { name: '行政审批' }).click()
  await kiosk.page.getByRole('button', { name: '普通取号' }).click()
  await kiosk.page.getByRole('button', { name: '刷身份证' }).click()
  await expect
    .poll(() => kiosk.page.getByRole('textbox', { name: '身份证号码' }).inputValue())
    .toMatch(/^\d{17}[\dX]$/)
  await keepScreenshot(kiosk.page, 'kiosk-card-read-1080')
  await kiosk.page.getByRole('button', { name: '取号', exact: true }).click()
  const heading = kiosk.page.getByRole('heading', { level: 1 })
  await expect.poll(() => heading.textContent(), { timeout: 20_000 }).toMatch(/A\d{3}/)
  const [number = ''] = /A\d{3}/.exec((await heading.textContent()) ?? '') ?? []
  await kiosk.page.getByText('号票已经打印').waitFor()
  expect(readdirSync(path.join(devices.folder, 'printed')).join()).toMatch(/\.escpos/)
  await page.getByText('可叫 1').waitFor()
  expect(await screen.page.locator('.called-now').textContent()).not.toContain(number)

  // While a question is open the key belongs to the question.
  await page.keyboard.press('Alt+P')
  await page.getByRole('dialog', { name: '暂停服务' }).waitFor()
  await page.keyboard.press('F2')
  await page.keyboard.press('Escape')
  await page.getByText('可叫 1').waitFor()
  await page.keyboard.press('F2')
  await page.getByText('已叫号', { exact: true }).waitFor()
  await screen.page.locator('.called-now .number', { hasText: number }).waitFor()
  await overWindow.page.locator('.window-screen.calling .number', { hasText: number }).waitFor()
  await hears(`条屏：请 ${number} 到 1 号窗口`)
  await page.reload()
  await page.locator('.in-hand .number', { hasText: number }).waitFor()
  await page.keyboard.press('F3')
  await page.getByText(/两次叫号之间至少隔 20 秒/).waitFor()
  await keepScreenshot(page, 'window-called')
  await page.keyboard.press('Alt+K')
  await page.getByText('办理中', { exact: true }).waitFor()
  // A bar that is gone is a line of words; the counter goes on.
  await hears(`条屏：1 号窗口 正在办理 ${number}`)

  await page.getByRole('link', { name: '设备 10' }).waitFor()
  await chooseItem(page, 'dwwbhdw', new RegExp(ITEM))
  await page.keyboard.press('Alt+r')
  await page.getByText('读卡读入').waitFor()
  await page.getByText('校验通过').waitFor()
  expect(await page.getByLabel('姓名').inputValue()).toContain('某某')
  await keepScreenshot(page, 'window-card-read')
  received = await receive(page)
  expect(await trailOf(received.applicationId, 'ApplicationReceived')).toContain(
    '读卡读入（读卡器签名已核对）',
  )
  await page.getByRole('list', { name: '本号办件' }).getByText(received.number).waitFor()
  // The document camera puts a page into the material that has the focus.
  await page.keyboard.press('Alt+m')
  await page.keyboard.press('F6')
  await page.getByRole('link', { name: /第1项\.png/ }).waitFor()

  devices.type('trouble led-bar off')
  await page.keyboard.press('Alt+J')
  await page.getByText(/评价器等候评价/).waitFor()
  await page.getByText(/窗口条屏没有显示/).waitFor()
  devices.type('trouble led-bar none')
  const five = faces.page.getByRole('group', { name: '请您评价本次服务' })
  await five.waitFor()
  expect(await five.getByRole('button').count()).toBe(5)
  expect(await five.locator('[aria-pressed=true], :checked').count()).toBe(0)
  await keepScreenshot(faces.page, 'evaluator')
  const rated = async () =>
    await database.query<{ grade: number }>(
      'select grade from service_evaluation where region_code = 513200',
    )
  await hears('评价器等待按键')
  expect(await rated()).toEqual([])
  devices.type('rate 4')
  await expect.poll(rated, { timeout: 20_000 }).toEqual([{ grade: 4 }])

  await manager.page.goto('/hall/figures')
  const row = manager.page.getByRole('row', { name: new RegExp(ITEM) })
  await row.getByRole('link', { name: '1 次', exact: true }).click()
  await manager.page.getByRole('row', { name: received.number }).getByText('1 次').waitFor()
  // The browser itself notes the call that was too soon.
  const complaints = [manager, clerk, screen, overWindow, kiosk].flatMap((one) => one.complaints)
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
})

test('a reader that answers garbage is one line of words, and a scanned number opens its application', async () => {
  // One machine, one scan gun: the page that was opened last hears it.
  await page.goto('/window')
  devices.type('trouble id-reader garbage')
  await page.getByRole('button', { name: /^读身份证/ }).click()
  await page.getByText('设备返回的内容无法识别').waitFor()
  devices.type('trouble id-reader none')
  devices.type(`scan ${received.number}`)
  await page.getByRole('link', { name: received.number }).waitFor()
})

/** Refused in writing, the shortest way to a result that may be fetched. */
async function refusedFor(name: string, identityNumber: string): Promise<string> {
  const receipt = receiptOf(name, identityNumber)
  const { applicationId } = receipt
  expect((await post(clerk, '/api/applications', receipt)).ok()).toBe(true)
  const give = async (person: Person, act: string, fields: object) => {
    const { version } = await viewOf(applicationId)
    const body = { commandId: crypto.randomUUID(), expectedVersion: version, ...fields }
    const answer = await post(person, `/api/applications/${applicationId}/${act}`, body)
    expect(answer.status(), `${act}: ${await answer.text()}`).toBe(200)
  }
  const { password } = await read<{ password: string }>(manager, '/api/demonstration-cast')
  const at = async (username: string) => {
    const person = await visitor(browser, product.address)
    await post(person, '/api/session', { username, password })
    return person
  }
  const reason = '申请修缮的方案没有经过论证，不能保证文物本体的安全，不予许可。'
  await give(clerk, 'accept', {})
  await give(await at('wentilv.shenhe'), 'review', { outcome: 'fail', opinion: '不符合条件' })
  await give(await at('wentilv.jueding'), 'decide', { outcome: 'refuse', reason })
  return applicationId
}

async function typeOn(kioskPage: Page, keys: string, text: string): Promise<void> {
  const group = kioskPage.getByRole('group', { name: `输入${keys}` })
  for (const key of text) await group.getByRole('button', { name: key, exact: true }).click()
}

test('a result is put into the locker and collected at the kiosk by code, card and signature, past a jammed door', async () => {
  const { applicant } = await viewOf(received.applicationId)
  const applicationId = await refusedFor(applicant.name, applicant.identityNumber)
  await page.goto(`/window/issue?open=${applicationId}`)
  await page.getByRole('button', { name: '出件 F8' }).waitFor()
  await page.keyboard.press('F8')
  await confirmAct(page, { title: '送达回证', label: '出件' })
  devices.type('jam 1')
  await page.getByRole('button', { name: '开柜放入' }).click()
  await page.getByText(/格口没有打开.*在窗口当面交付/).waitFor()
  await page.getByRole('spinbutton', { name: '格口' }).fill('2')
  await page.getByRole('button', { name: '开柜放入' }).click()
  await page.getByText('柜门已打开').waitFor()
  devices.type('shut 2')
  await page.getByText('柜门已关上').waitFor()
  await page.getByRole('button', { name: '已放入并关门' }).click()
  await page.getByRole('region', { name: '取件柜' }).getByText('待领取').waitFor()
  await keepScreenshot(page, 'issue-locker')

  const [slip] = await database.query<{ content: unknown }>(
    `select content from notice where region_code = 513200 and application_id = $1 and kind = 'receipt-slip'`,
    [applicationId],
  )
  const code = /查询密码[^\d]*(\d{6})/.exec(JSON.stringify(slip?.content))?.[1] ?? ''
  const { number } = await viewOf(applicationId)
  await kiosk.page.goto('/kiosk/collect')
  await typeOn(kiosk.page, '办件编号', number)
  await kiosk.page.getByRole('button', { name: '下一步' }).click()
  await typeOn(kiosk.page, '查询密码', code)
  await kiosk.page.getByRole('button', { name: '查询', exact: true }).click()
  await kiosk.page.getByRole('heading', { name: /取件柜第 2 格/ }).waitFor()
  await kiosk.page.getByRole('button', { name: '刷身份证' }).click()
  await expect
    .poll(() => kiosk.page.getByRole('textbox', { name: '居民身份证号码' }).inputValue())
    .toBe(applicant.identityNumber)
  await signOnGlass(kiosk.page.getByRole('img', { name: /签名/ }))
  await keepScreenshot(kiosk.page, 'kiosk-locker-1080')
  devices.type('jam 2')
  await kiosk.page.getByRole('button', { name: '签收并开柜' }).click()
  await kiosk.page.getByRole('heading', { name: /第 2 格没有打开/ }).waitFor()
  const uses = await read<{ uses: { needsLook: boolean }[] }>(clerk, '/api/lockers/boxes')
  expect(uses.uses).toMatchObject([{ needsLook: true }])
  devices.type('unjam 2')
  await kiosk.page.getByRole('button', { name: '再试一次' }).click()
  await kiosk.page.getByRole('heading', { name: /第 2 格已打开/ }).waitFor()
  expect((await viewOf(applicationId)).status).toBe('issued')
  await kiosk.page.getByRole('button', { name: '已经取到' }).click()
  await kiosk.page.getByRole('heading', { name: '领取完成' }).waitFor()
  expect((await viewOf(applicationId)).status).toBe('delivered')
  expect(await trailOf(applicationId, 'ResultDelivered')).toMatch(/取件柜第 2 格.*读卡读入/)

  // An empty form, on the kiosk's own printer.
  await kiosk.page.goto('/kiosk/items/aba-40')
  await kiosk.page.getByRole('button', { name: /打印/ }).first().click()
  await expect
    .poll(() => readdirSync(path.join(devices.folder, 'printed')).join(), { timeout: 20_000 })
    .toMatch(/\.pdf/)
})

test('with the device program stopped the clerk types, and the trail says so', async () => {
  await page.goto('/window')
  await chooseItem(page, 'dwwbhdw', new RegExp(ITEM))
  await devices.stop()
  await page.getByRole('link', { name: '设备程序没有运行' }).waitFor()
  await page.getByRole('button', { name: /^读身份证/ }).click()
  await page.getByText('本机的设备程序没有运行').waitFor()
  await keepScreenshot(page, 'window-no-devices')
  await page.getByLabel('姓名').fill('张某某')
  await identityField(page).fill('513201199003070014')
  const { applicationId } = await receive(page)
  expect(await trailOf(applicationId, 'ApplicationReceived')).toContain('手工录入')
  await page.getByRole('link', { name: NUMBER_LINK }).waitFor()
  await clerk.context.close()
})

test('a number stays with its window: in a second tab, and with the colleague who takes over', async () => {
  const clerk = await signIn(browser, product.address, 'chuangkou4')
  const { page } = clerk
  await page.getByRole('group', { name: '上岗' }).getByRole('button', { name: '上岗' }).click()
  await page.getByRole('group', { name: '叫号' }).waitFor()
  const ticketId = crypto.randomUUID()
  const body = { ticketId, queue: 'A', priorityReason: 'elder', itemId: null, identity: null }
  const taken = await post(clerk, '/api/hall/tickets', body)
  const { number } = (await taken.json()) as { number: string }
  await page.getByText(/^可叫 [1-9]/).waitFor()
  await page.keyboard.press('F2')
  await page.locator('.in-hand .number', { hasText: number }).waitFor()
  const second = await newTab(clerk.context)
  await second.page.goto('/window')
  await second.page.locator('.in-hand .number', { hasText: number }).waitFor()

  const colleague = await signIn(browser, product.address, 'chuangkou5')
  await colleague.page.getByRole('button', { name: '接班' }).click()
  await colleague.page.keyboard.press('Enter')
  await colleague.page.locator('.in-hand .number', { hasText: number }).waitFor()
  await page.getByRole('group', { name: '上岗' }).waitFor()
  const refused = await post(clerk, `/api/hall/tickets/${ticketId}/finish`, {
    commandId: crypto.randomUUID(),
  })
  expect(await refused.json()).toMatchObject({ code: 'foreign-window' })
  await colleague.page.keyboard.press('F4')
  await colleague.page.getByRole('list', { name: '过号' }).getByText(number).waitFor()
  await colleague.page.getByRole('button', { name: '已回来' }).click()
  await colleague.page.getByRole('list', { name: '过号' }).waitFor({ state: 'detached' })
})
