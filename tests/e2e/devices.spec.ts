import { afterAll, expect, test } from 'vitest'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { startDeviceProgram } from './support/device-program.ts'
import { expectNoFaults, settle } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { chooseItem, identityField, receive } from './support/window-steps.ts'

const { connectionString } = await demonstrationDatabase()
const devices = await startDeviceProgram()
afterAll(async () => await devices.stop())
// For this server alone: it trusts what the simulated reader signs.
process.env['YICHUANG_READER_KEYS'] = devices.readerKeys
const product = await startProduct(connectionString)
delete process.env['YICHUANG_READER_KEYS']
const browser = await openBrowser()
const clerk = await signIn(browser, product.address, 'chuangkou1')
const { page } = clerk

/** What the trail says of how the application came in. */
async function receiptInTrail(applicationId: string): Promise<string> {
  const answer = await page.request.get(`/api/applications/${applicationId}`)
  const { history } = (await answer.json()) as { history: { type: string; sentence: string }[] }
  return history.find(({ type }) => type === 'ApplicationReceived')?.sentence ?? ''
}

test('only the pages that devices stand beside may speak to them', async () => {
  const policyOf = async (path: string) => {
    const answer = await page.request.get(path, { headers: { accept: 'text/html' } })
    return /connect-src ([^;]*)/.exec(answer.headers()['content-security-policy'] ?? '')?.[1]
  }
  for (const path of ['/window', '/window/issue', '/kiosk', '/home', '/hall/screen'])
    expect(await policyOf(path)).toBe("'self' ws://127.0.0.1:27180")
  for (const path of ['/', '/sign-in', '/my', '/desk', '/seal', '/supervision', '/catalogue'])
    expect(await policyOf(path)).toBe("'self'")
})

test('the clerk pairs this machine once and tests every device', async () => {
  await page.getByRole('link', { name: '设备未配对' }).click()
  await page.getByLabel('配对码').fill(devices.code())
  await keepScreenshot(page, 'workstation-pairing')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '全部自检' }).click()
  await page.getByText('模拟领件柜正常').waitFor()
  await settle(page, '模拟取号打印机正常')
  await expectNoFaults(page)
  await keepScreenshot(page, 'workstation')
})

test('a card is read at the window: the fields fill, and the trail says so', async () => {
  await page.getByRole('link', { name: '综合窗口' }).click()
  await page.getByRole('link', { name: '设备 10' }).waitFor()
  await chooseItem(page, 'dwwbhdw', /不可移动文物修缮许可/)
  await page.keyboard.press('Alt+r')
  await page.getByText('读卡读入').waitFor()
  await page.getByText('校验通过').waitFor()
  expect(await page.getByLabel('姓名').inputValue()).toContain('某某')
  await keepScreenshot(page, 'window-card-read')
  const { applicationId } = await receive(page)
  expect(await receiptInTrail(applicationId)).toContain('读卡读入（读卡器签名已核对）')
  // The document camera puts a page into the material that has the focus.
  await page.keyboard.press('Alt+m')
  await page.keyboard.press('F6')
  await page.getByRole('link', { name: /第1项\.png/ }).waitFor()
})

test('a reader that answers garbage is one line of words, and a scanned number opens its application', async () => {
  const number = await page.getByRole('link', { name: /^\d{6}-\d{8}-\d{6}$/ }).textContent()
  await page.getByRole('button', { name: /^新收件/ }).click()
  devices.type('trouble id-reader garbage')
  await page.getByRole('button', { name: /^读身份证/ }).click()
  await page.getByText('设备返回的内容无法识别').waitFor()
  devices.type('trouble id-reader none')
  devices.type(`scan ${number ?? ''}`)
  await page.getByRole('link', { name: number ?? '' }).waitFor()
})

test('with the device program stopped the clerk types, and the trail says so', async () => {
  await page.getByRole('button', { name: /^新收件/ }).click()
  await chooseItem(page, 'dwwbhdw', /不可移动文物修缮许可/)
  await devices.stop()
  await page.getByRole('link', { name: '设备程序没有运行' }).waitFor()
  await page.getByRole('button', { name: /^读身份证/ }).click()
  await page.getByText('本机的设备程序没有运行').waitFor()
  await keepScreenshot(page, 'window-no-devices')
  await page.getByLabel('姓名').fill('张某某')
  await identityField(page).fill('513201199003070014')
  const { applicationId } = await receive(page)
  expect(await receiptInTrail(applicationId)).toContain('手工录入')
  await clerk.context.close()
})
