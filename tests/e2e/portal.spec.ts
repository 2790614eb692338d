import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openBrowser } from './support/open-browser.ts'
import { visitor } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const PHONE = { width: 390, height: 844 }
const INTERNET_CAFE = '互联网上网服务营业场所'
/** The search box, by keyboard as anybody's hands. */
const searchBox = (page: Page) => page.locator('input[role=combobox]')

test('somebody who knows nothing finds a guide by initials, with the keyboard alone', async () => {
  const { page, context, complaints } = await visitor(browser, product.address, PHONE)
  await page.goto('/')
  await page.locator('#life-events').waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect
    .poll(() => page.evaluate('document.activeElement.getAttribute("role")'))
    .toBe('combobox')
  await page.keyboard.type('hlwsw')
  const options = page.locator('.suggested [role=option]')
  await options.first().waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await searchBox(page).getAttribute('aria-activedescendant')).toBe(
    await options.first().getAttribute('id'),
  )
  await keepScreenshot(page, 'portal-search-390')
  await page.keyboard.press('Escape')
  expect(await searchBox(page).getAttribute('aria-expanded')).toBe('false')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/items/aba-36')
  await page.getByRole('heading', { level: 1, name: INTERNET_CAFE }).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test.each([
  ['a typo', '劳务派谴', '劳务派遣经营许可'],
  ['two letters changed about', 'laowupaiqain', '劳务派遣经营许可'],
  ['full pinyin', 'jiaoshizige', '教师资格认定'],
  ['an everyday word', '网吧', INTERNET_CAFE],
  ['what one wants to do', '我想开饭店', '食品(含保健食品)经营许可'],
])('finds by %s', async (_, typed, name) => {
  const { page, context } = await visitor(browser, product.address)
  await page.goto('/')
  await page.locator('#life-events').waitFor()
  await searchBox(page).fill(typed)
  await page.getByRole('option', { name }).first().waitFor()
  await context.close()
})

test('what is chosen in the list stands in the address, and back goes back', async () => {
  const { page, context } = await visitor(browser, product.address)
  await page.goto('/items?audience=person')
  await page.getByText(/^共 \d+ 项$/).waitFor()
  await page.getByLabel('主题').selectOption('law')
  await page.waitForURL('**/items?audience=person&topic=law')
  const count = await page.locator('.item-list li').count()
  await page.goBack()
  await expect.poll(() => page.locator('.item-list li').count()).not.toBe(count)
  await context.close()
})

test('the page speaks English, and Tibetan as a draft, and no Chinese of its own', async () => {
  const { page, context, complaints } = await visitor(browser, product.address)
  await page.goto('/')
  await page.getByLabel('语言').selectOption('en')
  await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('en')
  for (const path of ['/', '/items', '/items/aba-36', '/verify', '/changes', '/nowhere']) {
    await page.goto(path)
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    expect(await unmarkedChinese(page), path).toEqual([])
  }
  await page.getByLabel('Language').selectOption('bo')
  await page.getByText('草稿，待母语审校').waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('bo')
  await page.goto('/items/aba-36')
  await page.locator('#materials').waitFor()
  expect(await unmarkedChinese(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('the guide asks for the situation, and shows its materials, its samples and its print', async () => {
  const { page, context, complaints } = await visitor(browser, product.address, PHONE)
  await page.goto('/items/aba-36')
  const materials = page.locator('#materials tbody tr')
  await materials.first().waitFor()
  const all = await materials.count()
  const question = page.locator('#situation fieldset')
  if ((await question.count()) > 0) {
    while ((await page.getByText('按您的情形，需要交').count()) === 0)
      await question.last().getByRole('radio').first().check()
    expect(await materials.count()).toBeLessThan(all)
    await page.getByRole('button', { name: '重新回答' }).click()
    await expect.poll(() => materials.count()).toBe(all)
  }
  await page.evaluate(
    'window.print = () => { window.printed = document.querySelectorAll("details:not([open])").length }',
  )
  await page.getByRole('button', { name: '打印指南' }).click()
  expect(await page.evaluate('window.printed')).toBe(0)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: '打印指南' }).isVisible()).toBe(false)
  await keepScreenshot(page, 'guide-print')
  expect(complaints).toEqual([])
  await context.close()
})

test('without a network the portal opens, with the guide that was seen; nothing personal is kept', async () => {
  const { page, context } = await visitor(browser, product.address, PHONE)
  await page.goto('/items/aba-36')
  await page.getByRole('heading', { level: 1, name: INTERNET_CAFE }).waitFor()
  await page.evaluate('navigator.serviceWorker.ready')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: INTERNET_CAFE }).waitFor()
  await page.goto('/')
  await page.locator('#life-events').waitFor()
  await context.setOffline(true)
  await page.goto('/items/aba-36')
  await page.getByRole('heading', { level: 1, name: INTERNET_CAFE }).waitFor()
  await page.getByText('网络没有连上').first().waitFor()
  await page.goto('/')
  await searchBox(page).fill('lwpq')
  await page.getByRole('option', { name: '劳务派遣' }).first().waitFor()
  const kept = await page.evaluate<string[]>(`(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const keys = (await Promise.all(caches_.map((cache) => cache.keys()))).flat()
    return keys.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/api/'))
  })()`)
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.filter((path) => !/^\/api\/(items|calendar)/.test(path))).toEqual([])
  await context.close()
})

test('the kiosk shows the same guide, and begins anew when nobody touches it', async () => {
  const { page, context, complaints } = await visitor(browser, product.address, {
    width: 1080,
    height: 1920,
  })
  await page.clock.install()
  await page.goto('/kiosk/items/aba-36')
  await page.getByRole('heading', { level: 1, name: INTERNET_CAFE }).waitFor()
  await keepScreenshot(page, 'kiosk-guide-1080')
  await page.clock.runFor(50_000)
  // Beside the warning, which any touch puts away.
  await page.mouse.click(500, 300)
  await page.clock.runFor(50_000)
  expect(new URL(page.url()).pathname).toBe('/kiosk/items/aba-36')
  await page.clock.runFor(12_000)
  await page.waitForURL('**/kiosk')
  await page.getByRole('heading', { name: '请点您要办的事' }).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

/** Chinese that a screen reader would read with the page's own voice. */
async function unmarkedChinese(page: Page): Promise<string[]> {
  return await page.evaluate<string[]>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (/\\p{Script=Han}/u.test(textContent) && parentElement.closest('[lang]').lang !== 'zh-CN' && !parentElement.closest('noscript'))
        found.push(textContent.trim().slice(0, 60))
    }
    for (const one of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        if (/\\p{Script=Han}/u.test(one.getAttribute(name) ?? '') && one.closest('[lang]').lang !== 'zh-CN')
          found.push(name + ': ' + one.getAttribute(name))
    return found
  })()`)
}
