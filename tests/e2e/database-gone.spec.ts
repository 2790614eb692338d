import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freshDatabase } from '../support/fresh-database.ts'
import { post } from './support/api.ts'
import { cuttableDatabase } from './support/cuttable-database.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { receiptOf } from './support/receipts.ts'
import { runProgram } from './support/run-program.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { tickFourChecks } from './support/window-steps.ts'

const { database, connectionString } = await freshDatabase()
const line = await cuttableDatabase(connectionString)
const product = await startProduct(line.connectionString)
const browser = await openBrowser()

const AWAY_MS = 10_000

async function acceptancesOf(applicationId: string): Promise<number> {
  const rows = await database.query<{ count: number }>(
    `select count(*)::int as count from application_event
      where application_id = $1 and type = 'ApplicationAccepted'`,
    [applicationId],
  )
  return rows[0]?.count ?? 0
}

test('while the database is gone for ten seconds nothing typed is lost, and the acceptance happens once', async () => {
  const clerk = await signIn(browser, product.address, 'chuangkou1')
  const receipt = receiptOf('等某某', '513201199506060010')
  await post(clerk, '/api/applications', receipt)
  const { page } = clerk
  await page.goto(`/window?open=${receipt.applicationId}`)
  await page.getByRole('radiogroup', { name: /^第 1 项/ }).waitFor()
  await tickFourChecks(page)
  await page.keyboard.press('F8')
  const dialog = page.getByRole('dialog', { name: '受理通知书' })
  const accept = dialog.getByRole('button', { name: /^受理/, disabled: false })
  await accept.waitFor()

  line.cut()
  const back = wait(AWAY_MS).then(line.mend)
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '正在办理…' }).waitFor()
  await keepScreenshot(page, 'window-database-gone')
  await back
  const done = page.getByRole('heading', { name: /受理已办理/ })
  const problem = dialog.getByRole('alert')
  await done.or(problem).waitFor()
  // Answered in the end, or told plainly to press again: pressing again is the same act.
  if (await problem.isVisible()) {
    expect(await problem.innerText()).toContain('再按一次不会重复办理')
    await page.keyboard.press('Enter')
    await done.waitFor()
  }
  expect(await acceptancesOf(receipt.applicationId)).toBe(1)
  await clerk.context.close()
})

test('a page that asks meanwhile says what to do, and works again by itself', async () => {
  const clerk = await signIn(browser, product.address, 'chuangkou2')
  const receipt = receiptOf('候某某', '513201199606060026')
  line.cut()
  const asked = post(clerk, '/api/applications', receipt)
  const again = post(clerk, '/api/applications', receipt)
  await wait(AWAY_MS)
  line.mend()
  for (const answer of await Promise.all([asked, again])) {
    if (answer.ok()) continue
    expect(answer.status()).toBe(503)
    expect(await answer.text()).toContain('请稍后再试，填写的内容不会丢失')
  }
  expect((await post(clerk, '/api/applications', receipt)).status()).toBe(200)
  await clerk.page.getByRole('list', { name: '待受理' }).getByText('候**').waitFor()
  await clerk.context.close()
})

test('the trail is intact afterwards', async () => {
  const { code, said } = await runProgram('verify', {
    DATABASE_URL: connectionString,
    YICHUANG_DATA: product.dataFolder,
  })
  expect(said).toContain('留痕完整：未发现任何改动')
  expect(code).toBe(0)
})
