import type { Locator, Page } from 'playwright-core'

/** More stops than any place has between two fields. */
const FARTHEST = 60

/** Presses Tab until the element has the focus, as a clerk without a mouse would. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
    if (await hasFocus(wanted)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${String(wanted)}`)
}

/** Tab to a field and type into it; what stood there is typed over. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

export async function hasFocus(element: Locator): Promise<boolean> {
  return await element.evaluate((one) => one === one.ownerDocument.activeElement)
}
