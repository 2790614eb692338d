import type { Browser } from 'playwright-core'
import { afterAll, afterEach } from 'vitest'
import { launchBrowser } from '../../support/chromium.ts'
import { takePicture } from './screenshots.ts'

/** A browser for one file of tests. Of a test that fails, every open page is kept as a picture. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launchBrowser()
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    const pages = browser.contexts().flatMap((context) => context.pages())
    for (const [index, page] of pages.entries())
      await takePicture(page, `failed-${task.id}-${index + 1}`)
  })
  afterAll(async () => await browser.close())
  return browser
}
