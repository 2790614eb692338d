import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { post } from './support/api.ts'
import { cuttableDatabase } from './support/cuttable-database.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { receiptOf } from './support/receipts.ts'
import { runProgram } from './support/run-program.ts'
import { takePicture } from './support/screenshots.ts'
import { tickFourChecks } from './support/window-steps.ts'

const { database, connectionString } = await demonstrationDatabase()
const line = await cuttableDatabase(connectionString)
const product = await startProduct(line.connectionString)
const browser = await openBrowser()

const sit = (username: string) => signIn(browser, product.address, username)
const AWAY_MS = 10_000

async function eventsOf(applicationId: string, type: string): Promise<number> {
  const rows = await database.query<{ count: number }>(
    'select count(*)::int as count from application_event where region_code = 513200 and application_id = $1 and type = $2',
    [applicationId, type],
  )
  return rows[0]?.count ?? 0
}

test('while the database is gone for ten seconds nothing is lost, and what was asked happens once', async () => {
  const [clerk, colleague] = await Promise.all([sit('chuangkou1'), sit('chuangkou2')])
  const open = receiptOf('等某某', '513201199506060010')
  const fresh = receiptOf('候某某', '513201199606060026')
  await post(clerk, '/api/applications', open)
  const { page } = clerk
  await page.goto(`/window?open=${open.applicationId}`)
  await page.getByRole('radiogroup', { name: /^第 1 项/ }).waitFor()
  await tickFourChecks(page)
  await page.keyboard.press('F8')
  const dialog = page.getByRole('dialog', { name: '受理通知书' })
  await dialog.getByRole('button', { name: /^受理/, disabled: false }).waitFor()

  line.cut()
  const back = wait(AWAY_MS).then(line.mend)
  await page.keyboard.press('Enter')
  const twice = [
    post(colleague, '/api/applications', fresh),
    post(colleague, '/api/applications', fresh),
  ]
  await dialog.getByRole('button', { name: '正在办理…' }).waitFor()
  await takePicture(page, 'window-database-gone')
  await back

  // Answered in the end, or told plainly to ask again: asking again is the same act.
  const done = page.getByRole('heading', { name: /受理已办理/ })
  const problem = dialog.getByRole('alert')
  await done.or(problem).waitFor()
  if (await problem.isVisible()) {
    expect(await problem.innerText()).toContain('再按一次不会重复办理')
    await page.keyboard.press('Enter')
    await done.waitFor()
  }
  for (const answer of (await Promise.all(twice)).filter((one) => !one.ok())) {
    expect(answer.status()).toBe(503)
    expect(await answer.text()).toContain('请稍后再试，填写的内容不会丢失')
  }
  expect((await post(colleague, '/api/applications', fresh)).status()).toBe(200)

  // The colleague's page hears of it without being read anew; names are masked in lists.
  await colleague.page.getByRole('list', { name: '待受理' }).getByText('候**').waitFor()
  expect(await eventsOf(open.applicationId, 'ApplicationAccepted')).toBe(1)
  expect(await eventsOf(fresh.applicationId, 'ApplicationReceived')).toBe(1)
})

test('the trail is intact afterwards', async () => {
  const { code, said } = await runProgram('verify', {
    DATABASE_URL: connectionString,
    YICHUANG_DATA: product.dataFolder,
  })
  expect(said).toContain('留痕完整：未发现任何改动')
  expect(code).toBe(0)
})
