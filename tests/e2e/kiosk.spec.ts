import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { post, read } from './support/api.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openBrowser } from './support/open-browser.ts'
import { newTab, visitor, type Person } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const KIOSK = { width: 1080, height: 1920 }
const SCREEN = { width: 1920, height: 1080 }
const PHONE = { width: 390, height: 844 }

/** Signed in without its pages: what this person does here is done over the interface. */
async function atWork(username: string): Promise<Person> {
  const person = await visitor(browser, product.address)
  const { password } = await read<{ password: string }>(person, '/api/demonstration-cast')
  const answer = await post(person, '/api/session', { username, password })
  expect(answer.status()).toBe(200)
  return person
}

/** Registers a device and answers the code to be typed where it stands. */
async function register(manager: Person, kind: string, name: string): Promise<string> {
  const body = { deviceId: crypto.randomUUID(), kind, name, windowId: null }
  const answer = await post(manager, '/api/hall/devices', body)
  return ((await answer.json()) as { pairingCode: string }).pairingCode
}

async function pair(page: Page, path: string, code: string): Promise<void> {
  await page.goto(path)
  await page.getByLabel('配对码').fill(code)
  await page.getByRole('button', { name: '配对', exact: true }).click()
}

/** Open all day, so that the test does not depend on the hour. */
async function openAllDay(manager: Person): Promise<void> {
  const { version, configuration } = await read<{
    version: number
    configuration: { hours: object }
  }>(manager, '/api/hall/configuration')
  const hours = { periods: [{ from: 0, to: 1440 }], days: 'every-day', confirmed: true }
  const saved = await manager.page.request.put('/api/hall/configuration', {
    data: {
      commandId: crypto.randomUUID(),
      expectedVersion: version,
      configuration: { ...configuration, hours },
    },
    headers: { 'x-yichuang': '1' },
  })
  expect(saved.status(), await saved.text()).toBe(200)
}

const manager = await atWork('dating')
const clerk = await atWork('chuangkou1')
await openAllDay(manager)
const command = () => ({ commandId: crypto.randomUUID() })
await post(clerk, '/api/hall/windows/1/sign-on', command())

const screen = await visitor(browser, product.address, SCREEN)
await pair(screen.page, '/hall/screen', await register(manager, 'screen', '大厅屏'))
const kiosk = await visitor(browser, product.address, KIOSK)
// The clock of the kiosk is wrong by a quarter of a century.
await kiosk.page.clock.install({ time: new Date('2001-01-01T00:00:00Z') })

test('a number taken at the kiosk and called at the window stands on the hall screen without a reload, and on the phone', async () => {
  const { page, complaints } = kiosk
  await screen.page.getByText('请等候叫号').waitFor()
  await screen.page.evaluate('window.notReloaded = true')
  await pair(page, '/kiosk/pair', await register(manager, 'kiosk', '自助机'))
  await page.getByRole('link', { name: '取号' }).click()
  await page.getByRole('button', { name: '行政审批' }).click()
  await page.getByRole('button', { name: '普通取号' }).click()
  await page.getByRole('button', { name: '不填，直接取号' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await heading.getByText('A001').waitFor()
  await page.getByText('没有打印出号票').waitFor()
  expect(await page.locator('.kiosk-head time').textContent()).toMatch(/20[2-9]\d年/)
  await page.getByAltText('扫码在手机上看排队').waitFor()
  await keepScreenshot(page, 'kiosk-ticket-1080')

  const { tickets } = await read<{ tickets: { ticketId: string }[] }>(manager, '/api/hall/overview')
  const phone = await visitor(browser, product.address, PHONE)
  await phone.page.goto(`/ticket/${tickets[0]?.ticketId ?? ''}`)
  await phone.page.getByText('等候中').waitFor()

  const called = await post(clerk, '/api/hall/windows/1/call-next', command())
  expect(await called.json()).toMatchObject({ ticket: { number: 'A001', status: 'called' } })
  const now = screen.page.getByRole('region', { name: '正在叫号' })
  await now.getByText('A001').waitFor()
  expect(await now.textContent()).toContain('到 1 号窗口')
  expect(await screen.page.evaluate('window.notReloaded')).toBe(true)
  await keepScreenshot(screen.page, 'hall-screen-1920')
  await phone.page.getByText('请到 1 号窗口').waitFor()
  await keepScreenshot(phone.page, 'ticket-390')

  await post(clerk, `/api/hall/tickets/${tickets[0]?.ticketId ?? ''}/start`, command())
  await screen.page.getByText('请等候叫号').waitFor()
  await screen.page.getByRole('listitem').getByText('A001').waitFor()
  const { devices } = await read<{ devices: { kind: string; health: Record<string, string> }[] }>(
    manager,
    '/api/hall/devices',
  )
  const voices = devices
    .filter(({ kind }) => kind === 'screen')
    .map(({ health }) => health['voice'])
  expect(['speech', 'recorded', 'chime', 'muted']).toContain(voices[0])
  expect([...complaints, ...screen.complaints, ...phone.complaints]).toEqual([])
  await phone.context.close()
})

test('a kiosk that nobody touches warns, then wipes what was typed, chosen and signed in, and shows its first page', async () => {
  const { page, context, complaints } = kiosk
  const { password } = await read<{ password: string }>(manager, '/api/demonstration-cast')
  await post(kiosk, '/api/session', { username: 'qiye1', password })
  await page.goto('/kiosk/progress')
  await page.getByRole('group', { name: '办件编号' }).getByRole('button', { name: '5' }).click()
  await page.evaluate(`
    localStorage.setItem('yichuang.apply.draft:1', '张某某')
    sessionStorage.setItem('yichuang.visitor', '{"name":"张某某","home":"/my"}')`)
  // The page's clock runs on beside what it is turned: whole seconds are left for a slow machine.
  await page.clock.runFor(35_000)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.clock.runFor(12_000)
  await page.getByRole('dialog', { name: '您还在吗' }).waitFor()
  await keepScreenshot(page, 'kiosk-idle-1080')
  await page.mouse.click(540, 300)
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.clock.runFor(50_000)
  expect(new URL(page.url()).pathname).toBe('/kiosk/progress')
  await page.clock.runFor(12_000)
  await page.waitForURL('**/kiosk')
  await page.getByRole('heading', { name: '请点您要办的事' }).waitFor()
  await keepScreenshot(page, 'kiosk-1080')
  expect(await page.evaluate('Object.keys(localStorage)')).toEqual(['yichuang.hall-device'])
  expect(await page.evaluate('Object.keys(sessionStorage)')).toEqual(['yichuang.kiosk'])
  const cookies = await context.cookies()
  expect(cookies.filter(({ name }) => name.includes('yichuang'))).toEqual([])
  expect((await page.request.get('/api/session')).status()).toBe(401)
  expect(complaints).toEqual([])
})

test('a kiosk leads nowhere else, says when it is cut off or broken, and comes back by itself', async () => {
  const { page, context } = kiosk
  await page.goto('/kiosk/progress')
  await page.getByText('办件编号').first().waitFor()
  await page.clock.runFor(47_000)
  await page.getByRole('button', { name: '现在结束' }).click()
  await page.waitForURL('**/kiosk')
  await page.goto('/admin')
  await page.waitForURL('**/kiosk')
  await page.getByRole('heading', { name: '请点您要办的事' }).waitFor()
  await context.route('**/api/**', (route) => route.abort())
  await page.clock.runFor(60_000)
  // What it has numbers for goes on: a ticket, from those that were reserved for it.
  await page.getByRole('heading', { name: '只能取号' }).waitFor()
  await keepScreenshot(page, 'kiosk-offline-1080')
  await page.getByRole('button', { name: '行政审批' }).click()
  await expect.poll(() => page.locator('.offline-tickets strong').textContent()).toMatch(/^A\d{3}$/)
  await keepScreenshot(page, 'kiosk-offline-ticket-1080')
  await context.unroute('**/api/**')
  await page.clock.runFor(61_000)
  await page.getByRole('heading', { name: '请点您要办的事' }).waitFor()
  await page.evaluate('queueMicrotask(() => { throw new Error("broken") })')
  await page.getByText('自助终端出了错').waitFor()
  await page.clock.runFor(11_000)
  await page.getByRole('heading', { name: '请点您要办的事' }).waitFor()
  const second = await newTab(context)
  await second.page.goto('/items')
  await second.page.getByText('共 75 项').waitFor()
  await second.page.close()
})
