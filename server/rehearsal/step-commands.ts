import { z } from 'zod'
import { FURTHER_ITEM_NAMES } from './rehearsal-catalogue.ts'
import type { ItemName } from './rehearsal-catalogue.ts'
import { APPLICANT_NAMES } from './made-up-applicants.ts'
import { listOf, mapping, oneOf, wholeNumber, words, yesOrNo } from './scenario-words.ts'

const ANNEX_NUMBERS = Array.from({ length: 75 }, (_, index) => String(index + 1))
const MaterialNumbers = listOf(wholeNumber(1, 400)).optional()

/** Everything in order, or which materials lack and which are defective. */
const Materials = z.preprocess(
  (raw) => (raw === 'complete' || raw === null ? {} : raw),
  z.strictObject(
    { missing: MaterialNumbers, defective: MaterialNumbers },
    { error: 'materials 请写 complete，或者 { missing: [2], defective: [3] }' },
  ),
)

/** `with` of `receive`. */
export const ReceiveFields = mapping(
  z.strictObject({
    item: oneOf([...ANNEX_NUMBERS, ...FURTHER_ITEM_NAMES], '事项').transform(
      (name): ItemName =>
        FURTHER_ITEM_NAMES.find((furtherName) => furtherName === name) ?? Number(name),
    ),
    applicant: oneOf(APPLICANT_NAMES, '申请人').default('person.1'),
    channel: oneOf(['window', 'portal', 'kiosk', 'post', 'agent'], '收件渠道').optional(),
    materials: Materials.optional(),
    insist: yesOrNo.optional(),
    renews: words.optional(),
  }),
)
export type ReceiveFields = z.output<typeof ReceiveFields>

/** Two people of the Bureau repeat the same mode under the same document. */
export const SealModeFields = mapping(
  z.strictObject({
    mode: oneOf(['bureau', 'department', 'provincial'], '用印方式').default('bureau'),
    document: words.default('阿行审函〔2026〕1号'),
  }),
)
export type SealModeFields = z.output<typeof SealModeFields>

/** `event` is the number of the event in the application's trail; without it, the last. */
export const TamperFields = mapping(
  z.strictObject({
    event: wholeNumber(1, 100_000).optional(),
    how: oneOf(['change', 'delete', 'insert', 'reorder'], '改动方式').default('change'),
  }),
)
export type TamperFields = z.output<typeof TamperFields>

export const WaitFields = mapping(z.strictObject({}))
