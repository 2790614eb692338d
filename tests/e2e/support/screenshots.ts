import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = path.resolve('test-output', 'screenshots')

/** Leaves a picture for people to look at; the name tells the place and the size. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  // Fonts and pictures first: a picture of half a page says nothing.
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' })
}
