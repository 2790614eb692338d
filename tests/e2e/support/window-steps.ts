import type { Locator, Page } from 'playwright-core'
import { tabTo, typeInto } from './keyboard.ts'

export type Company = {
  readonly name: string
  readonly creditCode: string
  readonly phone: string
  readonly contact: string
  readonly address: string
}

export type Received = { readonly applicationId: string; readonly number: string }

const INTERNET_CAFE = ['都不是', '自有（本单位或者本人有产权）']

/** Of an internet café: asks for the first step, then for the last. */
export const TO_PREPARE = ['申请筹建（第一步）', ...INTERNET_CAFE]
export const TO_OPEN = ['申请最终审核（筹建已完成）', ...INTERNET_CAFE]

/** The item by its pinyin initials, as a clerk finds it without leaving the keyboard. */
export async function chooseItem(page: Page, initials: string, name: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: '查找事项' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(initials)
  await page.getByRole('option', { name }).waitFor()
  await page.keyboard.press('Enter')
}

/** The guide's questions, each answered by its option, without leaving the keyboard. */
export async function answerSituation(page: Page, options: readonly string[]): Promise<void> {
  for (const name of options) {
    const option = page.getByRole('radio', { name, exact: true })
    const question = page.getByRole('radiogroup').filter({ has: option })
    await tabTo(page, question.getByRole('radio').first())
    await page.keyboard.press('Space')
    while (!(await option.isChecked())) await page.keyboard.press('ArrowRight')
  }
}

export async function fillInCompany(page: Page, company: Company): Promise<void> {
  await tabTo(page, page.getByRole('radio', { name: '个人' }))
  await page.keyboard.press('ArrowRight')
  await typeInto(page, page.getByLabel('单位名称'), company.name)
  await typeInto(page, identityField(page), company.creditCode)
  await typeInto(page, page.getByLabel('联系电话'), company.phone)
  await typeInto(page, page.getByLabel('联系人'), company.contact)
  await typeInto(page, page.getByLabel('住所'), company.address)
}

export async function fillInPerson(page: Page, name: string, idNumber: string): Promise<void> {
  await typeInto(page, page.getByLabel('姓名'), name)
  await typeInto(page, identityField(page), idNumber)
}

export function identityField(page: Page): Locator {
  return page.getByLabel('证件号码')
}

/** F7; answers what the page then shows. */
export async function receive(page: Page): Promise<Received> {
  await page.keyboard.press('F7')
  return await received(page)
}

/** The application that the counter shows once it is received. */
export async function received(page: Page): Promise<Received> {
  await page.waitForURL(/open=/)
  const applicationId = new URL(page.url()).searchParams.get('open') ?? ''
  const link = page.getByRole('link', { name: /^\d{6}-\d{8}-\d{6}$/ })
  return { applicationId, number: (await link.textContent()) ?? '' }
}

export async function tickFourChecks(page: Page): Promise<void> {
  for (const check of [1, 2, 3, 4]) await page.keyboard.press(`Alt+${check}`)
  await page.getByRole('checkbox', { name: '属本机关管辖', checked: true }).waitFor()
}
