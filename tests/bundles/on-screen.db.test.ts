import { describe, expect, test } from 'vitest'
import { ABA_BUNDLES } from '../../catalogue/aba/load-bundles.ts'
import { ABA_FORMS } from '../../catalogue/aba/load-forms.ts'
import { BundleView } from '../../contract/bundles.ts'
import { checkAnswers } from '../../domain/form/check-answers.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { bundleView } from '../../server/bundles/bundle-view.ts'
import { firstWayThrough } from '../support/bundle-answers.ts'
import { madeUpAnswers } from '../../server/catalogue-trial/made-up-answers.ts'
import { referenceData } from '../../server/database/reference-data.ts'
import { SHIPPED_CATALOGUE } from '../../server/shipped-catalogue.ts'
import { askedMaterials, materialStates, waysOf } from '../../web/ui/bundle/asked-materials.ts'
import { answersOf, bundleStanding, wholeForm } from '../../web/ui/bundle/bundle-standing.ts'

const reference = referenceData(SHIPPED_CATALOGUE)
const viewOf = (bundleId: string) => {
  const bundle = ABA_BUNDLES.find((one) => one.bundleId === bundleId)
  if (bundle === undefined) throw new Error(`${bundleId} is shipped`)
  const findForm = (formId: string) => ABA_FORMS.find((form) => form.formId === formId)
  return BundleView.parse(
    bundleView(
      bundle,
      { reference, findForm, pinyin: (title) => title },
      '2026-03-02' as LocalDate,
    ),
  )
}
const shop = viewOf('open-a-food-shop')
const CHOICES = { 'have-licence': 'no', premises: 'rented' }
const OWN = {
  'aba-49': { entity: 'individual', permit: 'no', agent: 'self' },
  'aba-60': { trade: 'catering', network: 'no' },
}

describe('what is left of a bundle', () => {
  test('asks of each item only what the choices do not answer', () => {
    const { parts, isAnswered } = bundleStanding(shop, { choices: CHOICES, own: {} })
    expect(parts.map(({ asked }) => asked.map(({ id }) => id))).toEqual([['entity'], ['trade']])
    expect(isAnswered).toBe(false)
    // A choice drops a paper at once, however many questions of the item are still open.
    const { materials } = bundleStanding(shop, { choices: CHOICES, own: {} })
    const standings = new Map(materials.map(({ name, standing }) => [name, standing]))
    expect(standings.get('场所产权文件')).toBe('dropped')
    expect(standings.get('场所租赁、使用文件')).toBe('wanted')
    expect(standings.get('网络经营情况说明')).toBe('open')
    const whole = bundleStanding(shop, { choices: CHOICES, own: OWN })
    expect(whole.isAnswered).toBe(true)
    expect(whole.parts.map(({ asked }) => asked.map(({ id }) => id))).toEqual([
      ['entity', 'permit', 'agent'],
      ['trade', 'network'],
    ])
  })

  test('drops an item, and what only it needs, with the choice', () => {
    const { parts, plan, materials } = bundleStanding(shop, {
      choices: { ...CHOICES, 'have-licence': 'yes' },
      own: OWN,
    })
    expect(parts.map(({ part }) => part.itemId)).toEqual(['aba-60'])
    expect(plan.needs).toEqual([])
    const lease = materials.find(({ name }) => name === '场所租赁、使用文件')
    expect(lease?.uses.map(({ part }) => part.itemId)).toEqual(['aba-60'])
  })

  test('stops where an answer means that no licence is needed', () => {
    const { parts, isAnswered } = bundleStanding(shop, {
      choices: CHOICES,
      own: { ...OWN, 'aba-60': { trade: 'prepackaged' } },
    })
    expect(isAnswered).toBe(false)
    expect(parts[1]?.stop).toContain('备案')
  })

  test('names a shared material once, for both', () => {
    const standing = bundleStanding(shop, { choices: CHOICES, own: OWN })
    const asked = askedMaterials(standing)
    const lease = asked.filter(({ name }) => name === '场所租赁、使用文件')
    expect(lease.map(({ uses }) => uses.length)).toEqual([2])
    expect(asked.map(({ name }) => name)).not.toContain('场所产权文件')
    // One of the two guides lets a promise stand for it, the other does not.
    expect(lease.map(waysOf)).toEqual([['upload']])
    expect(materialStates(asked, { ways: {} }, 'aba-60')).toMatchObject({ 1: 'held', 6: 'held' })
  })
})

describe.each(ABA_BUNDLES)('the form of $title', ({ bundleId }) => {
  test('filled in once fills in every part', () => {
    const view = viewOf(bundleId)
    const { choices, own } = firstWayThrough(view)
    const { parts, isAnswered } = bundleStanding(view, { choices, own })
    expect(isAnswered).toBe(true)
    const form = wholeForm(parts)
    if (form === null) throw new Error('The shipped bundles have forms')
    const answers = madeUpAnswers(form, {})
    for (const { part, situation } of parts) {
      const partForm = part.form as FormDefinition
      expect(checkAnswers(partForm, answersOf(partForm, answers), situation)).toEqual([])
    }
  })
})
