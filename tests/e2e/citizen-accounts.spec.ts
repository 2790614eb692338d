import { afterAll, expect, test } from 'vitest'
import { freePort } from '../../bench/free-port.ts'
import { startIdentityProvider } from '../support/identity-provider.ts'
import { post } from './support/api.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn, visitor } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { receiptOf } from './support/receipts.ts'

const PHONE_SCREEN = { width: 390, height: 844 }
const IDENTITY = '513201199001010114'
const providerPort = await freePort()
const SETTINGS = {
  YICHUANG_OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
  YICHUANG_OIDC_CLIENT: 'yichuang',
  YICHUANG_OIDC_SECRET: 'ceshi-ceshi-ceshi-ceshi',
  YICHUANG_OIDC_NAME: '测试认证平台',
  YICHUANG_OIDC_ACR_VALUES: '3 2',
}
Object.assign(process.env, SETTINGS)
afterAll(() => {
  for (const name of Object.keys(SETTINGS)) delete process.env[name]
})
const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const provider = await startIdentityProvider(
  `${product.address}/api/oidc/callback`,
  [{ sub: 'p1', name: '张某某', id_no: '513201198805120015', acr: '3' }],
  { port: providerPort },
)
afterAll(async () => await provider.stop())
const browser = await openBrowser()

test('a citizen comes in through the identity provider, to the page they asked for, without a word against the page', async () => {
  const { page, complaints } = await visitor(browser, product.address, PHONE_SCREEN)
  await page.goto('/my/messages')
  await page.getByRole('link', { name: '用测试认证平台登录' }).click()
  await page.getByRole('heading', { name: '测试认证平台' }).waitFor()
  await page.getByRole('button', { name: /张某某/ }).click()
  await page.waitForURL(`${product.address}/my/messages`)
  await page.getByText('法定通知').first().waitFor()
  await page.getByRole('link', { name: '我的账号' }).click()
  await page.getByText('已关联统一身份认证').waitFor()
  expect(await page.textContent('body')).not.toContain('513201198805120015')
  // The browser reports the answer that sent it to the sign-in page.
  expect(complaints.filter((line) => !/401|127\.0\.0\.1/.test(line))).toEqual([])
})

test('a person who declines over there is told what to do here', async () => {
  const { page } = await visitor(browser, product.address, PHONE_SCREEN)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: '用测试认证平台登录' }).click()
  await page.getByRole('button', { name: '拒绝' }).click()
  await page
    .getByRole('alert')
    .getByText(/没有完成/)
    .waitFor()
  await page.getByLabel('账号', { exact: true }).waitFor()
})

test('a person registers on a phone by a code, and the window verifies them with the original', async () => {
  const citizen = await visitor(browser, product.address, PHONE_SCREEN)
  const { page } = citizen
  await page.goto('/register')
  await page.getByLabel('姓名').fill('测试某某')
  await page.getByLabel('证件号码').fill(IDENTITY)
  await page.getByLabel('手机号').fill('13912345678')
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByText(/验证码已发出/).waitFor()
  const gateway = await visitor(browser, product.address, PHONE_SCREEN)
  await gateway.page.goto('/demo/messages')
  const text = await gateway.page
    .getByText(/验证码 \d{6}/)
    .first()
    .textContent()
  await page.getByLabel('短信验证码').fill(/\d{6}/.exec(text ?? '')?.[0] ?? '')
  await page.getByLabel('设置密码').fill('Shimin-2026-mima')
  await page.getByRole('button', { name: '注册并登录' }).click()
  await page.waitForURL(`${product.address}/my`)
  await page.getByRole('link', { name: '我的账号' }).click()
  await page.getByText('本人申报（未核验）').waitFor()
  await page.getByText('核验身份后可以').first().waitFor()

  const clerk = await signIn(browser, product.address, 'chuangkou1')
  await clerk.page.getByRole('link', { name: '身份核验' }).click()
  await clerk.page.getByText(/每次查询都记入审计/).waitFor()
  await clerk.page.getByLabel('证件号码').fill(IDENTITY)
  await clerk.page.keyboard.press('Enter')
  await clerk.page.getByLabel('证件上的姓名或者名称').fill('测试某某')
  await clerk.page.getByRole('button', { name: '核验通过' }).click()
  await clerk.page.getByText('窗口核验', { exact: true }).waitFor()

  await page.reload()
  await page.getByText('窗口核验', { exact: true }).waitFor()
  expect([...citizen.complaints, ...clerk.complaints]).toEqual([])
})

test('what the window does is in the portal live, and anybody with number and password sees the progress', async () => {
  const applicant = await signIn(browser, product.address, 'shenqing1', PHONE_SCREEN)
  await applicant.page.getByRole('link', { name: /^消息/ }).click()
  await applicant.page.getByRole('heading', { name: '消息' }).waitFor()
  await applicant.page.evaluate('globalThis.neverReloaded = true')
  const clerk = await signIn(browser, product.address, 'chuangkou1')
  const receipt = { ...receiptOf('张某某', '513201198805120015'), itemId: 'aba-40' }
  const answer = await post(clerk, '/api/applications', receipt)
  const { number } = (await answer.json()) as { number: string }
  await applicant.page.getByText(number).first().waitFor()
  expect(await applicant.page.evaluate('globalThis.neverReloaded')).toBe(true)

  const anybody = await visitor(browser, product.address, PHONE_SCREEN)
  await anybody.page.goto('/progress')
  await anybody.page.getByLabel('办件编号').fill(number)
  await anybody.page.getByLabel('查询密码').fill('000000')
  await anybody.page.getByRole('button', { name: '查询' }).click()
  await anybody.page.getByText(/不符/).first().waitFor()
})
