import type { Browser, BrowserContext, Page, ViewportSize } from 'playwright-core'

export type Person = {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors on the browser's console and exceptions that nobody caught. */
  readonly complaints: string[]
}

export const DESK_SCREEN = { width: 1366, height: 768 }
/** Milliseconds: as long as a step may take on a machine that does three other things. */
const PATIENCE = 20_000

/** Somebody without an account, in a browser session of their own. */
export async function visitor(
  browser: Browser,
  address: string,
  viewport: ViewportSize = DESK_SCREEN,
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    permissions: ['camera'],
  })
  context.setDefaultTimeout(PATIENCE)
  return await newTab(context)
}

/** Another tab of the same person: signed in like the first, with nothing typed in it. */
export async function newTab(context: BrowserContext): Promise<Person> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error')
      complaints.push(`${message.text()} (${message.location().url} on ${page.url()})`)
  })
  page.on('pageerror', (error) => complaints.push(`${error.message} (on ${page.url()})`))
  return { page, context, complaints }
}

/** One of the demonstration's people, signed in by keyboard through the sign-in page. */
export async function signIn(
  browser: Browser,
  address: string,
  username: string,
  viewport: ViewportSize = DESK_SCREEN,
): Promise<Person> {
  const person = await visitor(browser, address, viewport)
  const { page } = person
  const cast = await page.request.get('/api/demonstration-cast')
  const { password } = (await cast.json()) as { password: string }
  await page.goto('/sign-in')
  await page.getByLabel('账号', { exact: true }).fill(username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return person
}
