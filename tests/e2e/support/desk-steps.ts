import type { Page } from 'playwright-core'

/** From the department's inbox, as it stands open, to the work on one application. */
export async function openOnDesk(page: Page, list: string, number: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${list}`) }).click()
  await page.getByRole('button', { name: `办理 ${number}` }).click()
  await page.getByRole('link', { name: number }).waitFor()
}

/** The form's button by its key: Enter on the button itself, where nothing was typed before. */
export async function pressAct(page: Page, label: string): Promise<void> {
  await page
    .getByRole('region', { name: '办理' })
    .getByRole('button', { name: label, disabled: false })
    .press('Enter')
}
