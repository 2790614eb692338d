// The pictures of the hall: its manager, its screen, the kiosk, a window with a called number, and the planner after a day.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

const SCREEN = { width: 1920, height: 1080 }
const KIOSK = { width: 1080, height: 1920 }
const DAY_PORT = '8767'

export async function takeHall(walk) {
  const { enter, take, visit } = walk
  const manager = await enter('dating', '/hall')
  const clerks = [await enter('chuangkou1', '/window'), await enter('chuangkou4', '/window')]
  for (const [at, clerk] of clerks.entries())
    await send(clerk, 'POST', `/api/hall/windows/${at + 1}/sign-on`, command())
  const kiosk = await visit('/kiosk/pair', KIOSK)
  await pair(kiosk, manager, 'kiosk', '自助机')
  await kiosk.getByRole('link', { name: '取号' }).waitFor()
  await take(kiosk, 'kiosk-home')
  const screen = await visit('/hall/screen', SCREEN)
  await pair(screen, manager, 'screen', '大厅屏')
  await screen.getByText('请等候叫号').waitFor()
  await giveTickets(manager, ['A', 'A', 'D', 'A', 'A', 'D', 'A', 'A'])
  for (const window of [2, 1])
    await send(clerks[window - 1], 'POST', `/api/hall/windows/${window}/call-next`, command())
  await clerks[1].getByText('已叫号', { exact: true }).waitFor()
  await screen
    .getByRole('region', { name: '正在叫号' })
    .getByText(/到 \d 号窗口/)
    .first()
    .waitFor()
  await take(screen, 'hall-screen')
  await clerks[0].reload()
  await clerks[0].locator('.in-hand .number').waitFor()
  await take(clerks[0], 'window-called')
  await clerks[1].keyboard.press('Alt+K')
  await clerks[1].getByText('办理中', { exact: true }).waitFor()
  await manager.reload()
  await manager.getByText('正在办理').first().waitFor()
  await take(manager, 'hall-manager')
  for (const clerk of clerks) await clerk.context().close()
}

/** From different queues, so that the hall looks like one. */
async function giveTickets(manager, queues) {
  await manager.goto(new URL('/hall/tickets', manager.url()).href)
  for (const queue of queues) {
    await manager.getByRole('button', { name: '代为取号' }).click()
    await manager.getByRole('dialog').locator('select').first().selectOption(queue)
    await manager.keyboard.press('Control+Enter')
    await manager.getByRole('dialog').locator('.pairing-code').waitFor()
    await manager.keyboard.press('Escape')
    await manager.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await manager.goto(new URL('/hall', manager.url()).href)
}

async function pair(page, manager, kind, name) {
  const device = { deviceId: crypto.randomUUID(), kind, name, windowId: null }
  const { pairingCode } = await send(manager, 'POST', '/api/hall/devices', device)
  await page.getByLabel('配对码').fill(pairingCode)
  await page.getByRole('button', { name: '配对', exact: true }).click()
}

const command = () => ({ commandId: crypto.randomUUID() })

async function send(page, method, place, body) {
  const answer = await page.request.fetch(new URL(place, page.url()).href, {
    method,
    headers: { 'x-yichuang': '1' },
    ...(body === undefined ? {} : { data: body }),
  })
  if (!answer.ok()) throw new Error(`${place}: ${await answer.text()}`)
  return await answer.json()
}

/** The planner needs a day that was: the demonstration of a day is played on a server of its own. */
export async function takePlanner({ browser, root, take, password }) {
  const day = spawn(
    process.execPath,
    [path.join(root, 'scripts', 'demo-day.mjs'), '--speed', '600', '--port', DAY_PORT],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    await new Promise((resolve, reject) => {
      createInterface({ input: day.stdout }).on('line', (line) => {
        if (line.includes('服务继续运行')) resolve()
      })
      day.once('close', () => reject(new Error('The day was not played')))
    })
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    const address = `http://localhost:${DAY_PORT}`
    await page.goto(`${address}/sign-in`)
    await page.request.post(`${address}/api/session`, { data: { username: 'dating', password } })
    await page.goto(`${address}/hall/planner`)
    await page
      .getByText(/个窗口时/)
      .first()
      .waitFor({ timeout: 60_000 })
    await take(page, 'hall-planner')
    await context.close()
  } finally {
    day.kill('SIGINT')
    await new Promise((resolve) => day.once('close', resolve))
  }
}
