import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn, visitor } from './support/people.ts'
import { startProduct } from './support/product.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const PHONE = { width: 390, height: 844 }
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PUBLIC = [
  '/',
  '/items',
  '/items/aba-36',
  '/items/aba-13',
  '/changes',
  '/verify',
  '/progress',
  '/enquiry',
  '/apply/aba-36',
  '/sign-in',
  '/register',
  '/kiosk',
  '/kiosk/items/aba-36',
  '/kiosk/pair',
  '/kiosk/progress',
  '/hall/screen?unpaired',
  '/nowhere',
]
/** In Tibetan the same pages stand with other words: three of them show what words can break. */
const IN_DRAFT = ['/', '/items/aba-36', '/kiosk']
const OWN = ['/my', '/my/mandates']

test.each([
  ['zh', false],
  ['zh', true],
  ['en', false],
  ['bo', false],
] as const)(
  'axe finds nothing on any public page (language %s, elder mode %s)',
  async (language, elder) => {
    const { page, context } = await visitor(browser, product.address, PHONE)
    await speak(page, language, elder)
    expect(await faultsOn(page, language === 'bo' ? IN_DRAFT : PUBLIC)).toEqual([])
    await context.close()
  },
)

test('axe finds nothing on an applicant’s own pages', async () => {
  const { page, context } = await signIn(browser, product.address, 'qiye1', PHONE)
  expect(await faultsOn(page, OWN)).toEqual([])
  await context.close()
})

test('in elder mode type is 20 px, words stand out 7 to 1, and a finger meets 60 px', async () => {
  const { page, context } = await visitor(browser, product.address, PHONE)
  await speak(page, 'zh', true)
  await page.goto('/')
  await page.locator('#life-events').waitFor()
  const small = await page.evaluate<
    string[]
  >(`[...document.querySelectorAll('.tool, .btn, button, a.way, .departments a')]
    .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 59.5)
    .map((one) => one.outerHTML.slice(0, 80))`)
  expect(small).toEqual([])
  const size = await page.evaluate<number>(
    `parseFloat(getComputedStyle(document.querySelector('main')).fontSize) * parseFloat(getComputedStyle(document.getElementById('root')).zoom)`,
  )
  expect(size).toBeGreaterThanOrEqual(20)
  await context.close()
})

async function speak(page: Page, language: string, elder: boolean): Promise<void> {
  await page.addInitScript(`
    localStorage.setItem('yichuang.language', '${language}')
    localStorage.setItem('yichuang.elder', '${elder ? '1' : '0'}')
  `)
}

/** Every rule of WCAG 2.2 A and AA and the best practices; in elder mode contrast 7 to 1 as well. */
async function faultsOn(page: Page, paths: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const path of paths) {
    await page.goto(path)
    await page.locator('h1').first().waitFor()
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    // By the debugger's door: the page's own policy lets no foreign script in.
    await page.evaluate(AXE)
    const found = await page.evaluate<string[]>(`(async () => {
      const elder = document.documentElement.classList.contains('elder')
      const { violations } = await axe.run({
        rules: elder ? { 'color-contrast-enhanced': { enabled: true } } : {},
      })
      return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + ' ' + html.slice(0, 140)))
    })()`)
    faults.push(...found.map((fault) => `${path} ${fault}`))
  }
  return faults
}
