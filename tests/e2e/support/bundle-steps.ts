import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { FieldValue, FormDefinition } from '../../../domain/form/form-definition.ts'
import { madeUpAnswers } from '../../../server/catalogue-trial/made-up-answers.ts'
import { post, read } from './api.ts'
import type { Person } from './people.ts'

export async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name="${name}"][value="${value}"]`).check()
}

export async function fillIn(page: Page, element: string, value: FieldValue): Promise<void> {
  const controls = page.locator(`[name="${element}"]`)
  const first = controls.first()
  const kind = (await first.getAttribute('type')) ?? ''
  if ((await page.locator(`select[name="${element}"]`).count()) > 0)
    await first.selectOption(String(value))
  else if (/radio|checkbox/.test(kind))
    for (const one of typeof value === 'object' ? value : [String(value)])
      await page.locator(`[name="${element}"][value="${one}"]`).check()
  else await first.fill(String(value))
}

/** At the counter: everything is there, and it is accepted. */
export async function accept(clerk: Person, applicationId: string): Promise<void> {
  const address = `/api/applications/${applicationId}`
  const { version, materials } = await read<{ version: number; materials: { number: number }[] }>(
    clerk,
    address,
  )
  const assessed = await post(clerk, `${address}/assess`, {
    commandId: randomUUID(),
    expectedVersion: version,
    materials: Object.fromEntries(materials.map(({ number }) => [number, 'held'])),
    checks: { complete: true, elementsFilled: true, legalForm: true, withinJurisdiction: true },
    notes: '',
  })
  expect(assessed.ok(), await assessed.text()).toBe(true)
  const accepted = await post(clerk, `${address}/accept`, {
    commandId: randomUUID(),
    expectedVersion: version + 1,
  })
  expect(accepted.ok(), await accepted.text()).toBe(true)
}

/** Every page of the merged form, to the materials. */
export async function fillForm(page: Page, form: FormDefinition): Promise<void> {
  const answers = madeUpAnswers(form, {})
  for (const group of form.layout) {
    await page.getByRole('heading', { level: 1, name: group.title }).waitFor()
    for (const { element } of group.fields) {
      const value = answers[element]
      if (value !== undefined) await fillIn(page, element, value)
    }
    await page.getByRole('button', { name: '保存，下一步' }).click()
  }
}
