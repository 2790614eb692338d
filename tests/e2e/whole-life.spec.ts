import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { confirmAct } from './support/confirm-act.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openOnDesk, pressAct } from './support/desk-steps.ts'
import { dropFile } from './support/drop-file.ts'
import { paperExaminer, tampered } from './support/examine-paper.ts'
import { settle } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { photograph } from './support/photograph.ts'
import { signIn, visitor } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { COMPANY } from './support/receipts.ts'
import { runProgram } from './support/run-program.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { signOnGlass } from './support/sign-on-glass.ts'
import {
  TO_OPEN,
  answerSituation,
  chooseItem,
  fillInCompany,
  receive,
  tickFourChecks,
  type Received,
} from './support/window-steps.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()
const PAPERS = [
  '申请材料接收凭证',
  '受理通知书',
  '准予行政许可决定书',
  '准予许可发证照的函',
  '网络文化经营许可证',
  '领取通知',
  '送达回证',
]
const sit = (username: string) => signIn(browser, product.address, username)

const [clerk, reviewer, decider, keeper, issuer, applicant] = await Promise.all([
  sit('chuangkou1'),
  sit('wentilv.shenhe'),
  sit('wentilv.jueding'),
  sit('yongyin1'),
  sit('chuangkou2'),
  sit('qiye1'),
])
const staff = [clerk, reviewer, decider, keeper, issuer]
await issuer.page.getByRole('link', { name: '统一出件' }).click()
// Gone if anybody reads their page anew: what follows must arrive by itself.
for (const { page } of staff) await page.evaluate('globalThis.neverReloaded = true')

describe.sequential('one application, five people at five desks, and the applicant at home', () => {
  let lodged: Received

  test('the window receives and accepts without touching the mouse', async () => {
    const { page } = clerk
    await chooseItem(page, 'hlwsw', /互联网上网服务/)
    await answerSituation(page, TO_OPEN)
    await fillInCompany(page, COMPANY)
    await keepScreenshot(page, 'window-intake')
    lodged = await receive(page)
    await tickFourChecks(page)
    await keepScreenshot(page, 'window-received')
    await page.keyboard.press('F8')
    await confirmAct(page, { title: '受理通知书', label: '受理', picture: 'window-preview' })
    await page.getByRole('heading', { name: /受理已办理/ }).waitFor()
    await page
      .getByRole('img', { name: /受理通知书/ })
      .first()
      .waitFor()
    await keepScreenshot(page, 'window-accepted')
  })

  test('the applicant finds it at home and keeps the page open', async () => {
    const { page } = applicant
    await page.getByRole('link', { name: new RegExp(lodged.number) }).click()
    await page.getByText('已受理').first().waitFor()
    await keepScreenshot(page, 'my-application-accepted')
  })

  test('the department reviews; the decider sees it come and grants', async () => {
    await openOnDesk(reviewer.page, '待审', lodged.number)
    await reviewer.page.getByLabel('审核意见').fill('材料齐全，场所符合规定，建议准予许可。')
    await keepScreenshot(reviewer.page, 'desk-review')
    await reviewer.page.keyboard.press('Control+Enter')
    await reviewer.page.getByText('审核已办理').waitFor()

    await openOnDesk(decider.page, '待决定', lodged.number)
    await pressAct(decider.page, '预览决定书')
    await confirmAct(decider.page, {
      title: '准予行政许可决定书',
      label: '准予许可',
      picture: 'desk-decision-preview',
    })
    await decider.page.getByText('准予许可已办理').waitFor()
  })

  test('the department makes the certificate and writes the letter', async () => {
    await openOnDesk(reviewer.page, '待制证', lodged.number)
    await reviewer.page.getByLabel('许可内容').fill('网吧一处，计算机 60 台，马尔康市示例大道 0 号')
    await reviewer.page.keyboard.press('Control+Enter')
    await confirmAct(reviewer.page, { title: /^制作/, label: '制证', picture: 'desk-certificate' })
    await reviewer.page.getByText('制证已办理').waitFor()

    await openOnDesk(decider.page, '待出函', lodged.number)
    const statements = decider.page.getByRole('group', { name: /四项说明/ }).getByRole('checkbox')
    await statements.nth(3).waitFor()
    for (const statement of await statements.all()) await statement.check()
    await pressAct(decider.page, '预览准予许可函')
    await confirmAct(decider.page, { title: '准予许可函', label: '发函', picture: 'desk-letter' })
    await decider.page.getByText('发函已办理').waitFor()
  })

  test('the Bureau sees the letter come and seals', async () => {
    const { page } = keeper
    await page.getByRole('option', { name: lodged.number }).click()
    await page.getByRole('link', { name: lodged.number }).waitFor()
    await keepScreenshot(page, 'seal-letter')
    await page.keyboard.press('F8')
    await confirmAct(page, { title: /^盖章：/, label: '盖章', picture: 'seal-preview' })
    await page.getByRole('status').getByText('已盖章').first().waitFor()
    await page.getByRole('tab', { name: '用印登记簿' }).click()
    await settle(page, lodged.number)
    await keepScreenshot(page, 'seal-register')
  })

  test('the window tells the applicant, hands out and takes the signature on glass', async () => {
    const { page } = issuer
    await page
      .getByRole('list', { name: '待出件' })
      .getByRole('button', { name: lodged.number.slice(-6) })
      .click()
    await page.getByRole('button', { name: /^通知领取/ }).waitFor()
    await keepScreenshot(page, 'issue-ready')
    await page.keyboard.press('F7')
    await confirmAct(page, { title: '领取通知', label: '通知领取' })
    await page.getByRole('button', { name: /^再次通知领取/ }).waitFor()
    await page.keyboard.press('F8')
    await confirmAct(page, { title: '送达回证', label: '出件', picture: 'issue-receipt-preview' })
    await signOnGlass(page.getByRole('img', { name: /^签名区/ }))
    await page.getByText('已签名').waitFor()
    await keepScreenshot(page, 'issue-signed')
    await page.keyboard.press('F9')
    await page.getByRole('heading', { name: /^已于 .* 送达$/ }).waitFor()
    await keepScreenshot(page, 'issue-delivered')
  })

  test('the department archives, and the applicant’s open page has followed', async () => {
    await openOnDesk(reviewer.page, '待归档', lodged.number)
    await pressAct(reviewer.page, '归档')
    await confirmAct(reviewer.page, { title: '归档？', label: '归档' })
    await reviewer.page.getByText('归档已办理').waitFor()
    await applicant.page.getByText('已归档').first().waitFor()
    await keepScreenshot(applicant.page, 'my-application-archived')
    for (const { page } of staff) expect(await page.evaluate('globalThis.neverReloaded')).toBe(true)
    for (const { complaints } of [...staff, applicant]) expect(complaints).toEqual([])
  })

  test('every paper is valid to anyone, and none is after one bit has turned', async () => {
    const examiner = paperExaminer(product.dataFolder)
    const { page } = clerk
    await page.goto(`/applications/${lodged.applicationId}`)
    const links = page.getByRole('link', { name: /^下载.+PDF$/ })
    await links.first().waitFor()
    await page.getByText('链完整').waitFor()
    await keepScreenshot(page, 'application-archived')
    const papers = new Map<string, Buffer>()
    for (const link of await links.all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      papers.set((await link.getAttribute('aria-label')) ?? '', readFileSync(await download.path()))
    }
    for (const title of PAPERS)
      expect([...papers.keys()].filter((name) => name.includes(title))).toHaveLength(1)
    expect(papers.size).toBe(PAPERS.length)
    for (const [name, pdf] of papers) {
      expect(examiner.isValid(pdf), name).toBe(true)
      expect(examiner.isValid(tampered(pdf)), `${name}, one bit turned`).toBe(false)
    }

    const anyone = await visitor(browser, product.address, { width: 1280, height: 800 })
    const certificate = papers.get('下载网络文化经营许可证 PDF') ?? Buffer.alloc(0)
    await anyone.page.goto('/verify')
    const drop = anyone.page.getByRole('heading', { name: '用文件' })
    await dropFile(drop, '网络文化经营许可证.pdf', certificate)
    await anyone.page.getByRole('heading', { name: '是真的' }).waitFor()
    await keepScreenshot(anyone.page, 'verify-genuine')
    await anyone.page.getByRole('button', { name: '再核验一份' }).click()
    await dropFile(drop, '网络文化经营许可证.pdf', tampered(certificate))
    await anyone.page.getByRole('heading', { name: '不能认定为真' }).waitFor()
    await keepScreenshot(anyone.page, 'verify-altered')
    await anyone.context.close()
  })

  test('the QR code on the paper leads anyone to what it is', async () => {
    const { page } = clerk
    await page
      .getByRole('row', { name: /准予行政许可决定书/ })
      .getByRole('button', { name: '查看' })
      .click()
    const pages = page.getByRole('dialog', { name: '准予行政许可决定书' }).getByRole('img')
    await pages.first().waitFor()
    const camera = await visitor(browser, product.address)
    const picture = await photograph(pages.last(), camera.page)
    await camera.context.close()
    const anyone = await visitor(browser, product.address, { width: 390, height: 844 })
    await anyone.page.goto('/verify')
    const asked = anyone.page.waitForRequest(/\/api\/verify\/[0-9A-Z]+$/)
    await anyone.page
      .locator('input[type=file]')
      .setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: picture })
    const code = new URL((await asked).url()).pathname.split('/').at(-1) ?? ''
    await anyone.page.getByRole('heading', { name: '是真的' }).waitFor()
    await anyone.page.goto(`/verify/${code}`)
    await anyone.page.getByText('准予行政许可决定书').waitFor()
    await anyone.page.getByText('测试印章，无法律效力').waitFor()
    await keepScreenshot(anyone.page, 'verify-code-phone')
    await anyone.context.close()
  })

  test('the trail of everything that was done is intact', async () => {
    const { code, said } = await runProgram('verify', {
      DATABASE_URL: connectionString,
      YICHUANG_DATA: product.dataFolder,
    })
    expect(said).toContain('留痕完整：未发现任何改动')
    expect(code).toBe(0)
  })
})
