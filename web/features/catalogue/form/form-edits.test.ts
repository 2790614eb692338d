import { expect, test } from 'vitest'
import type { DataElement } from '../../../../domain/form/data-element.ts'
import {
  EMPTY_FORM,
  placeBeside,
  placeOf,
  withElement,
  withFieldMoved,
  withoutField,
} from './form-edits.ts'

const element = (id: string): DataElement => ({
  id,
  name: id,
  nameEn: id,
  schema: { type: 'string', title: id, maxLength: 50 },
  personal: false,
  prefill: null,
})
const two = withElement(withElement(EMPTY_FORM, element('a.name'), 0), element('a.phone'), 0)
const grouped = {
  ...two,
  layout: [...two.layout, { id: 'g2', title: '场所', help: null, fields: [] }],
}

test('an element of the dictionary becomes a required field, and only once', () => {
  expect(two.schema.required).toEqual(['a.name', 'a.phone'])
  expect(Object.keys(two.schema.properties)).toEqual(['a.name', 'a.phone'])
  expect(withElement(two, element('a.name'), 0)).toBe(two)
})

test('a field that is taken out leaves nothing behind', () => {
  const one = withoutField(two, { group: 0, at: 0 })
  expect(one.schema.required).toEqual(['a.phone'])
  expect(one.schema.properties).not.toHaveProperty(['a.name'])
  expect(one.layout[0]?.fields.map((field) => field.element)).toEqual(['a.phone'])
})

test('a field moves within its group and into the next', () => {
  const swapped = withFieldMoved(grouped.layout, { group: 0, at: 0 }, { group: 0, at: 1 })
  expect(swapped[0]?.fields.map((field) => field.element)).toEqual(['a.phone', 'a.name'])
  const away = withFieldMoved(grouped.layout, { group: 0, at: 1 }, { group: 1, at: 0 })
  expect(placeOf(away, 'a.phone')).toEqual({ group: 1, at: 0 })
})

test('a step down from the last field of a group leads to the first place of the next', () => {
  expect(placeBeside(grouped.layout, { group: 0, at: 1 }, 1)).toEqual({ group: 1, at: 0 })
  expect(placeBeside(grouped.layout, { group: 0, at: 0 }, -1)).toBeNull()
  expect(placeBeside(grouped.layout, { group: 1, at: 0 }, -1)).toEqual({ group: 0, at: 2 })
})
