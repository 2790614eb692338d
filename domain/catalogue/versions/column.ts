import type { MaterialSample } from '../service-guide.ts'
import type { SituationTest } from '../situation.ts'
import { SAMPLE_FAULT_NAME } from './guide-words.ts'

/** How one part of an item or a guide is written in a cell and read beside its earlier self. */
export type Column = {
  /** `stepLimits.review`: where it stands in its record. */
  readonly key: string
  readonly label: string
  readonly kind:
    | 'text'
    | 'whole'
    | 'number'
    | 'yes-no'
    | 'one-of'
    | 'some-of'
    | 'texts'
    | 'tests'
    | 'samples'
    | 'codes'
  /** Words of the values of `one-of` and `some-of`. */
  readonly names?: Readonly<Record<string, string>>
  /** A condition in words, where codes are for machines; without it as a cell holds it. */
  readonly testsInWords?: (tests: readonly SituationTest[]) => string
  /** An empty cell says null. */
  readonly nullable?: true
}

export type Fields = Readonly<Record<string, unknown>>

export function valueAt(record: unknown, key: string): unknown {
  let value = record
  for (const part of key.split('.')) value = (value as Fields | null | undefined)?.[part]
  return value
}

/** As people read it; empty where there is nothing. */
export function textOf({ kind, names, testsInWords }: Column, value: unknown): string {
  if (value === null || value === undefined) return ''
  switch (kind) {
    case 'text':
    case 'whole':
    case 'number':
      return nameOf(names, String(value as string | number))
    case 'yes-no':
      return value === true ? '是' : '否'
    case 'one-of':
      return nameOf(names, value as string)
    case 'some-of':
      return (value as readonly string[]).map((one) => nameOf(names, one)).join('、')
    case 'texts':
      return (value as readonly string[]).join('\n')
    case 'tests':
      if (testsInWords !== undefined) return testsInWords(value as readonly SituationTest[])
      return (value as readonly SituationTest[])
        .map(({ question, oneOf }) => `${question}=${oneOf.join('|')}`)
        .join('\n')
    case 'samples':
      return (value as readonly MaterialSample[])
        .map(({ fault, caption }) => `${SAMPLE_FAULT_NAME[fault]}：${caption}`)
        .join('\n')
    case 'codes':
      return (value as readonly { for: string; code: string }[])
        .map((one) => (one.for === '' ? one.code : `${one.for}：${one.code}`))
        .join('\n')
  }
}

function nameOf(names: Column['names'], value: string): string {
  return names?.[value] ?? value
}
