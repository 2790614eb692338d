import type { Page } from 'playwright-core'
import type { Person } from './people.ts'

/** Everything that the browser refused on any page of the person, whether a page saw it or the console. */
export async function policyViolations({
  context,
  complaints,
}: Pick<Person, 'context' | 'complaints'>) {
  const violations: string[] = []
  await context.exposeBinding('tellViolation', (_, text: string) => void violations.push(text))
  await context.addInitScript(`
    document.addEventListener('securitypolicyviolation', (event) =>
      window.tellViolation([event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample, location.pathname].join(' | ')))`)
  return () => [
    ...violations,
    ...complaints.filter((text) => /Content Security|Trusted/i.test(text)),
  ]
}

/** Opens what a page keeps closed: dialogs, menus and pickers bring styles of their own. */
export async function openEverything(page: Page): Promise<void> {
  for (const name of ['新建账号', '撤回申请', '不予受理', '预览', '登记培训', '快捷键']) {
    const button = page.getByRole('button', { name }).first()
    if (!(await button.isVisible().catch(() => false))) continue
    if (!(await button.isEnabled().catch(() => false))) continue
    await button.click()
    const dialog = page.getByRole('dialog').first()
    await dialog.waitFor({ timeout: 500 }).catch(() => undefined)
    const picker = dialog.getByRole('combobox').first()
    if (await picker.isVisible().catch(() => false)) await picker.click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
}
