import { expect, test } from 'vitest'
import { post } from './support/api.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openBrowser } from './support/open-browser.ts'
import { newTab, signIn, visitor, type Person } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { chooseItem, fillInPerson, receive } from './support/window-steps.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const WALL = { width: 1920, height: 1080 }
const ITEM = '不可移动文物修缮许可'

/** Pairs the evaluator of window 1 by the code that the hall manager is shown. */
async function pairEvaluator(manager: Person): Promise<Person> {
  const { page } = manager
  await page.goto('/hall/devices')
  await page.getByRole('button', { name: '登记设备' }).click()
  await page.getByLabel('种类').selectOption({ label: '评价器' })
  await page.getByLabel('名称').fill('1 号窗口评价器')
  await page.getByRole('dialog').getByLabel(/^窗口/).selectOption('1')
  await page.keyboard.press('Control+Enter')
  const code = (await page.locator('.pairing-code').textContent()) ?? ''
  await page.keyboard.press('Escape')
  const evaluator = await visitor(browser, product.address)
  await evaluator.page.goto('/hall/evaluator')
  await evaluator.page.getByRole('textbox', { name: '配对码' }).fill(code)
  await evaluator.page.keyboard.press('Enter')
  await evaluator.page.getByRole('heading', { name: '欢迎您' }).waitFor()
  return evaluator
}

test('one number from the ticket to the figure: taken, called, served, received, rated, counted', async () => {
  const manager = await signIn(browser, product.address, 'dating')
  const evaluator = await pairEvaluator(manager)
  const screen = await visitor(browser, product.address, WALL)
  await screen.page.goto('/hall/screen?unpaired')
  const clerk = await signIn(browser, product.address, 'chuangkou1')
  const { page } = clerk

  await page.getByRole('group', { name: '上岗' }).getByRole('button', { name: '上岗' }).click()
  await page.getByText('1 号窗口 · 空闲').waitFor()
  await manager.page.goto('/hall/tickets')
  await manager.page.getByRole('button', { name: '代为取号' }).click()
  await manager.page.keyboard.press('Control+Enter')
  const number =
    (await manager.page.getByRole('dialog').locator('.pairing-code').textContent()) ?? ''
  expect(number).toMatch(/^A\d{3}$/)
  await manager.page.keyboard.press('Escape')
  await page.getByText('可叫 1').waitFor()

  // While a question is open the key belongs to the question.
  await page.keyboard.press('Alt+P')
  await page.getByRole('dialog', { name: '暂停服务' }).waitFor()
  await page.keyboard.press('F2')
  await page.keyboard.press('Escape')
  await page.getByText('可叫 1').waitFor()
  await page.keyboard.press('F2')
  await page.getByText('已叫号', { exact: true }).waitFor()
  await screen.page.locator('.called-now .number', { hasText: number }).waitFor()
  await page.reload()
  await page.locator('.in-hand .number', { hasText: number }).waitFor()
  await page.keyboard.press('F3')
  await page.getByText(/两次叫号之间至少隔 20 秒/).waitFor()
  await keepScreenshot(page, 'window-called')
  await page.keyboard.press('Alt+K')
  await page.getByText('办理中', { exact: true }).waitFor()

  await chooseItem(page, 'dwwbhdw', new RegExp(ITEM))
  await fillInPerson(page, '号某某', '513201199606060026')
  const application = await receive(page)
  await page.getByRole('list', { name: '本号办件' }).getByText(application.number).waitFor()
  await page.keyboard.press('Alt+J')
  await page.getByText(/评价器等候评价/).waitFor()

  const faces = evaluator.page.getByRole('group', { name: '请您评价本次服务' })
  await faces.waitFor()
  expect(await faces.getByRole('button').count()).toBe(5)
  expect(await faces.locator('[aria-pressed=true], :checked').count()).toBe(0)
  await keepScreenshot(evaluator.page, 'evaluator')
  await faces.getByRole('button', { name: '满意', exact: true }).click()
  await evaluator.page.getByRole('heading', { name: '谢谢您的评价' }).waitFor()

  await manager.page.goto('/hall/figures')
  const row = manager.page.getByRole('row', { name: new RegExp(ITEM) })
  await row.getByRole('link', { name: '1 次', exact: true }).click()
  const behind = manager.page.getByRole('row', { name: application.number })
  await behind.getByText('1 次').waitFor()
  // The browser itself notes the call that was too soon.
  const complaints = [manager, clerk, screen, evaluator].flatMap((person) => person.complaints)
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
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
