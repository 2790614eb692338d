import type { Page } from 'playwright-core'
import { keepScreenshot } from './screenshots.ts'

/** The dialog that shows what the act will make: waits for the document, keeps a picture, confirms with Enter. */
export async function confirmAct(
  page: Page,
  { title, label, picture }: { title: string | RegExp; label: string; picture?: string },
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByRole('button', { name: label, disabled: false }).waitFor()
  if (picture !== undefined) await keepScreenshot(page, picture)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
}
