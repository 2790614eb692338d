import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = path.resolve('test-output', 'screenshots')

/** Leaves a picture of a finished page for people to look at; the name tells the place and the size. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.locator('.skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' })
  await takePicture(page, name)
}

/** The page as it is, finished or not. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' })
}
