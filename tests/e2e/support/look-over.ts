import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Runs in the page: what sticks out of the screen, and what nobody could name to a screen reader. */
const FAULTS = `(() => {
  const shown = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible'
  const told = (one) => one.outerHTML.slice(0, 120)
  const scrolls = (one) => one !== null &&
    (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement))
  const named = (one) => [
    one.getAttribute('aria-label'), one.getAttribute('aria-labelledby'), one.textContent.trim(),
    one.title, one.placeholder, one.alt, one.querySelector('[aria-label]')?.getAttribute('aria-label'), ...[...(one.labels ?? [])].map((label) => label.textContent.trim()),
  ].some((name) => name)
  const controls = [...document.querySelectorAll('button, a[href], input, select, textarea')].filter(shown)
  const wide = document.documentElement.scrollWidth - window.innerWidth
  return [
    ...(wide > 0 ? ['the page is ' + wide + ' px wider than the screen'] : []),
    ...controls.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(one.parentElement))
      .map((one) => 'sticks out: ' + told(one)),
    ...controls.filter((one) => !named(one)).map((one) => 'has no name: ' + told(one)),
    ...(document.documentElement.lang.startsWith('zh') ? [] : ['the page does not say that it is Chinese']),
  ]
})()`

const ALL_PICTURES = '[...document.images].every((image) => image.complete)'

/** The page is there: nothing loads any more, and the words it is known by stand on it. */
export async function settle(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor()
  await page.locator('.skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(ALL_PICTURES)).toBe(true)
}

export async function expectNoFaults(page: Page): Promise<void> {
  expect(await page.evaluate<string[]>(FAULTS), page.url()).toEqual([])
}
