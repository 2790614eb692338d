import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { BundleCaseView, BundleView } from '../../contract/bundles.ts'
import { madeUpAnswers } from '../../server/catalogue-trial/made-up-answers.ts'
import { bundleStanding, wholeForm } from '../../web/ui/bundle/bundle-standing.ts'
import { post, read } from './support/api.ts'
import { accept, choose, fillForm, fillIn } from './support/bundle-steps.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { expectNoFaults, settle } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn, type Person, visitor } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { smallPdf } from './support/small-pdf.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 800 }
const CHOSEN = {
  choices: { 'have-licence': 'no', premises: 'rented' },
  own: {
    'aba-49': { entity: 'individual', permit: 'no', agent: 'self' },
    'aba-60': { trade: 'catering', network: 'no' },
  },
}

/** What axe says stands in somebody's way on this page. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return await page.evaluate<string[]>(
    `axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 160))))`,
  )
}

/** Both sizes of the public pages, with a picture of each. */
async function look(page: Page, name: string): Promise<void> {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    await expectNoFaults(page)
    expect(await barriers(page), name).toEqual([])
    await keepScreenshot(page, `bundle-${name}-${size.width}`)
  }
}

async function chooseInGuide({ page }: Person): Promise<void> {
  await page.goto('/bundles')
  await settle(page, '开办食品店（餐馆）')
  await look(page, 'list')
  await page.getByRole('link', { name: /开办食品店/ }).click()
  await settle(page, '要准备的材料')
  await choose(page, 'open-a-food-shop.have-licence', 'yes')
  await page.getByText('不用办').waitFor()
  await choose(page, 'open-a-food-shop.have-licence', 'no')
  await choose(page, 'open-a-food-shop.premises', 'rented')
  await expect.poll(() => page.locator('.bundle-materials .shared').count()).toBe(1)
  await look(page, 'guide')
  await page.getByRole('link', { name: '一次办理（2 项）' }).click()
}

test('whoever reads about a bundle without signing in is not asked who they are', async () => {
  const { page, complaints } = await visitor(browser, product.address, PHONE)
  await page.goto('/bundles/open-a-food-shop')
  await settle(page, '要准备的材料')
  expect(complaints).toEqual([])
})

test('a citizen opens a food shop once: two applications, one case, one critical path', async () => {
  const citizen = await signIn(browser, product.address, 'shenqing1', PHONE)
  const { page } = citizen
  await chooseInGuide(citizen)

  for (const [itemId, answers] of Object.entries(CHOSEN.own))
    for (const [question, value] of Object.entries(answers))
      await choose(page, `${itemId}.${question}`, value)
  await look(page, 'choices')
  await page.getByRole('button', { name: '保存，下一步' }).click()
  await page.getByLabel('联系电话').fill('13800000000')
  await look(page, 'who')
  await page.getByRole('button', { name: '保存，下一步' }).click()

  const view = await read<BundleView>(citizen, '/api/bundles/open-a-food-shop')
  const form = wholeForm(bundleStanding(view, CHOSEN).parts)
  if (form === null) throw new Error('The shop has a form')
  const first = form.layout[0]?.fields[0]?.element ?? ''
  await fillIn(page, first, '示例餐馆')
  await look(page, 'form')
  await page.reload()
  await expect.poll(() => page.locator(`[name="${first}"]`).inputValue()).toBe('示例餐馆')
  await fillForm(page, form)

  await page.getByRole('heading', { level: 1, name: '要准备的材料' }).waitFor()
  const rows = page.locator('.bundle-upload > li')
  for (const row of await rows.all())
    await row.getByTestId('choose-files').setInputFiles({
      name: '示例材料.pdf',
      mimeType: 'application/pdf',
      buffer: smallPdf(),
    })
  await look(page, 'materials')
  await page.getByRole('button', { name: '核对' }).click()
  await page.getByRole('checkbox').check()
  await look(page, 'review')
  await page.getByRole('button', { name: '一次提交 2 项' }).click()
  await page.getByText('已提交，共 2 件').waitFor()
  await page.getByText('材料已全部送达').waitFor()
  await look(page, 'done')

  await page.getByRole('link', { name: '查看办理情况' }).click()
  await settle(page, '关键路径')
  const caseId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await page.locator('.path ol > li').count()).toBe(2)
  expect(await page.locator('.mark.critical').count()).toBeGreaterThan(0)
  await page.getByText(/在等：/).waitFor()
  await look(page, 'case')
  const links = await page.locator('.path-name a').all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  expect(new Set(addresses).size).toBe(2)
  await page.goto('/my')
  await page.getByRole('heading', { name: '我的一件事' }).waitFor()
  await look(page, 'my')
  expect(citizen.complaints).toEqual([])

  // The paper that both use was brought once, and lies with both.
  const ids = addresses.map((address) => address?.split('/').at(-1) ?? '')
  for (const id of ids) {
    const { materials } = await read<{ materials: { name: string; files: object[] }[] }>(
      citizen,
      `/api/applications/${id}`,
    )
    const lease = materials.find(({ name }) => name.includes('租赁、使用文件'))
    expect(lease?.files).toHaveLength(1)
  }

  const clerk = await signIn(browser, product.address, 'chuangkou1')
  for (const id of ids) await accept(clerk, id)
  await page.goto(`/my/bundles/${caseId}`)
  await settle(page, /全部办结最迟/)
  expect(await page.getByText(/最迟 .* 决定/).count()).toBe(2)
  await look(page, 'case-running')

  const reviewer = await signIn(browser, product.address, 'shichangju.shenhe')
  await reviewer.page.goto(`/applications/${ids[1]}`)
  await settle(reviewer.page, '一件事：开办食品店（餐馆）')
  await reviewer.page.getByText(/本件要等/).waitFor()
  await keepScreenshot(reviewer.page, 'bundle-staff')
  expect(reviewer.complaints).toEqual([])
})

test('the window takes over what was filled in at home by its slip, and receives it whole', async () => {
  const citizen = await signIn(browser, product.address, 'shenqing2', PHONE)
  const { page } = citizen
  const view = await read<BundleView>(citizen, '/api/bundles/open-a-food-shop')
  const form = wholeForm(bundleStanding(view, CHOSEN).parts)
  if (form === null) throw new Error('The shop has a form')
  const accountId = (await read<{ accountId: string }>(citizen, '/api/session')).accountId
  await page.goto('/bundles/open-a-food-shop/apply')
  await page.getByRole('heading', { level: 1 }).waitFor()
  // As it would lie on the device with everything filled in.
  const kept = {
    bundleId: 'open-a-food-shop',
    ...CHOSEN,
    answers: madeUpAnswers(form, {}),
    bundleCaseId: randomUUID(),
    filesId: randomUUID(),
    arrived: [],
    accountId,
  }
  await page.evaluate(
    `localStorage.setItem('yichuang.bundle:open-a-food-shop', ${JSON.stringify(JSON.stringify(kept))})`,
  )
  await page.reload()
  await page.getByRole('button', { name: '换设备或者到窗口继续' }).click()
  await page.getByRole('button', { name: '生成取件码' }).click()
  const code = (await page.locator('.apply-slip .code').textContent()) ?? ''
  expect(code).toMatch(/^1-/)
  await look(page, 'slip')

  const clerk = await signIn(browser, product.address, 'chuangkou1')
  const counter = clerk.page
  await counter.goto('/window')
  await counter.getByRole('combobox', { name: '查找事项' }).fill('kbspd')
  await counter.getByRole('option', { name: /开办食品店/ }).click()
  await counter.getByText('每项分别核验').waitFor()
  await keepScreenshot(counter, 'bundle-window-empty')
  await counter.keyboard.press('Escape')
  await counter.getByLabel(/取件码/).fill(code)
  await counter.getByRole('button', { name: '取回' }).click()
  await expect.poll(() => counter.getByLabel('姓名', { exact: true }).inputValue()).toBe('卓玛某某')
  await counter.getByLabel('联系电话').first().fill('13800000000')
  for (const box of await counter.locator('.part-checks input').all()) await box.check()
  await expectNoFaults(counter)
  await keepScreenshot(counter, 'bundle-window')
  await counter.keyboard.press('F7')
  await counter.getByText('共 2 件').waitFor()
  await keepScreenshot(counter, 'bundle-window-received')
  await counter.getByRole('button', { name: '核验、受理' }).first().click()
  await expect.poll(() => counter.locator('.four input:checked').count()).toBe(4)
  await counter.getByText('一件事：开办食品店').waitFor()
  await keepScreenshot(counter, 'bundle-window-part')
  expect(clerk.complaints).toEqual([])

  // The first part is withdrawn: the applicant says what becomes of the one that waits for it.
  const [mine] = (await read<{ cases: { bundleCaseId: string }[] }>(citizen, '/api/bundle-cases'))
    .cases
  const address = `/my/bundles/${mine?.bundleCaseId}`
  const [first] = (await read<BundleCaseView>(citizen, `/api/bundle-cases/${mine?.bundleCaseId}`))
    .applications
  await post(citizen, `/api/applications/${first?.applicationId}/withdraw`, {
    commandId: randomUUID(),
    expectedVersion: first?.version,
    reason: '改在别处登记',
  })
  await page.goto(address)
  await settle(page, '需要您决定')
  await page.getByLabel('说明').fill('不再开办')
  await look(page, 'dead-end')
  await page.getByRole('button', { name: '撤回这一项' }).click()
  await page.getByText('需要您决定').waitFor({ state: 'detached' })
  expect(citizen.complaints).toEqual([])
})
