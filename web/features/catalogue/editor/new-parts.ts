import type { GuideContent } from '../../../../contract/guide-schema.ts'

export type Material = GuideContent['materials'][number]
export type Question = GuideContent['questions'][number]
export type Option = Question['options'][number]
export type Test = Material['when'][number]

/** A material about which nothing has been said yet: one copy of an original, on paper or not. */
export function newMaterial(number: number): Material {
  return {
    number,
    name: '',
    basis: '',
    original: true,
    copies: 1,
    format: 'either',
    pageFormat: 'A4',
    signed: false,
    sealed: false,
    standard: '',
    source: 'applicant',
    issuedBy: null,
    sharedFrom: null,
    when: [],
    tolerableDays: null,
    commitment: false,
    reusableMonths: null,
    isTheForm: false,
    fillingNotes: [],
    modelText: null,
    samples: [],
  }
}

export function newQuestion(taken: readonly Question[]): Question {
  return {
    id: freeKey(
      'q',
      taken.map(({ id }) => id),
    ),
    text: '',
    help: null,
    options: [newOption([]), newOption([{ value: 'o1' }])],
  }
}

export function newOption(taken: readonly Pick<Option, 'value'>[]): Option {
  return {
    value: freeKey(
      'o',
      taken.map(({ value }) => value),
    ),
    label: '',
    next: null,
    stop: null,
  }
}

/** `q1`, `q2` …: the first that nobody has. A key never changes: answers and materials point to it. */
export function freeKey(letter: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const key = `${letter}${number}`
    if (!taken.includes(key)) return key
  }
}
