import { describe, expect, test } from 'vitest'
import { mergeFormsTraced } from '../../domain/form/merge-forms.ts'
import { ABA_BUNDLES } from './load-bundles.ts'
import { ABA_FULL_GUIDES } from './load-catalogue.ts'
import { ABA_FORMS } from './load-forms.ts'
import { ABA_LIFE_EVENTS } from './load-headings.ts'

test('four shops can be opened as one thing, each beginning with the registration', () => {
  expect(ABA_BUNDLES.map(({ bundleId, itemIds }) => [bundleId, ...itemIds])).toEqual([
    ['open-a-food-shop', 'aba-49', 'aba-60'],
    ['open-an-internet-cafe', 'aba-49', 'aba-36'],
    ['open-a-veterinary-pharmacy', 'aba-49', 'aba-28'],
    ['open-a-seed-shop', 'aba-49', 'aba-24'],
  ])
})

describe.each(ABA_BUNDLES)('$title', (bundle) => {
  const guides = ABA_FULL_GUIDES.filter(({ itemId }) => bundle.itemIds.includes(itemId))

  test('is of items with a whole guide, and none waits for itself', () => {
    expect(guides).toHaveLength(bundle.itemIds.length)
    for (const { item, of } of bundle.needs) {
      expect(bundle.itemIds).toEqual(expect.arrayContaining([item, of]))
      expect(item).not.toBe(of)
    }
  })

  test('asks once what several guides ask: each answer is an option of the guide it is for', () => {
    for (const { options } of bundle.questions) {
      for (const { answers, without } of options) {
        expect(bundle.itemIds).toEqual(expect.arrayContaining([...without]))
        for (const { item, question, option } of answers) {
          const asked = guides
            .find(({ itemId }) => itemId === item)
            ?.questions.find(({ id }) => id === question)
          const chosen = asked?.options.find(({ value }) => value === option)
          expect(chosen, `${item} ${question} ${option}`).toMatchObject({ stop: null })
        }
      }
    }
  })

  test('calls one paper of several guides by one name, and each guide has it', () => {
    for (const { of } of bundle.sharedMaterials)
      for (const { item, material } of of) {
        const names = guides
          .find(({ itemId }) => itemId === item)
          ?.materials.map(({ name }) => name)
        expect(names).toContain(material)
      }
    const named = bundle.sharedMaterials.flatMap(({ of }) =>
      of.map(({ item, material }) => `${item} ${material}`),
    )
    expect(new Set(named).size).toBe(named.length)
  })

  test('makes one form of the forms of its items, without a conflict', () => {
    const forms = ABA_FORMS.filter(({ formId }) => guides.some((guide) => guide.formId === formId))
    const { form, conflicts, usedBy } = mergeFormsTraced(forms)
    expect(conflicts).toEqual([])
    expect(usedBy.get('enterprise.name')).toHaveLength(2)
    const apart = forms.flatMap(({ schema }) => Object.keys(schema.properties)).length
    expect(Object.keys(form.schema.properties).length).toBeLessThan(apart)
    expect(form.schema.required).not.toContain('enterprise.credit-code')
  })

  test('stands under events of life, and says what is to be confirmed', () => {
    const events = ABA_LIFE_EVENTS.map(({ id }) => id)
    expect(events).toEqual(expect.arrayContaining([...bundle.lifeEvents]))
    expect(bundle.unconfirmed).toContain('itemIds')
    for (const part of bundle.unconfirmed) {
      const [top = '', place] = part.split('.')
      expect(bundle).toHaveProperty(top)
      if (place !== undefined) expect(bundle.notes[Number(place) - 1]).toBeDefined()
    }
  })
})
