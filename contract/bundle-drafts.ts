import { z } from 'zod'
import { SituationBody } from './application-commands.ts'
import { DraftAnswer, DraftKey } from './draft-parts.ts'
import { DraftApplicant, DraftMaterialChoice } from './drafts.ts'
import { operation } from './operation.ts'
import { Day, Nothing, Text } from './shared.ts'

// A bundle (一件事) being filled in lies on the applicant's device. Only with a slip code does it leave it: to go on at
// another device or at the window. Files stay on the device; the papers are brought to the counter.

/** `1-K7Q2-M9XW-PART`: the 1 tells it from the code of a single item. */
export const BundleSlipCode = z.string().trim().min(13, '一件事的取件码以 1 开头，共 13 位').max(40)

export const BundleDraftContent = z.strictObject({
  choices: SituationBody,
  /** By item: what its own guide still asks. */
  own: z.record(Text(64), SituationBody),
  answers: z.record(DraftKey, DraftAnswer),
  applicant: DraftApplicant,
  mandateId: z.uuid().nullable(),
  /** How each material comes, by its name in the bundle. */
  ways: z.record(Text(200), DraftMaterialChoice.shape.way),
})
export type BundleDraftContent = z.output<typeof BundleDraftContent>

const BundleDraftView = z.strictObject({
  bundleId: z.string(),
  savedAt: z.string(),
  expiresOn: Day,
  content: BundleDraftContent,
})

/** Kept as it is now, under a new code that replaces the one before. `draftId` is made on the device. */
export const makeBundleSlip = operation({
  operationId: 'makeBundleSlip',
  method: 'POST',
  path: '/api/bundle-drafts/:draftId/slip-code',
  access: 'public',
  summary: '一件事：生成取件码（换设备或者到窗口继续办）',
  params: z.strictObject({ draftId: z.uuid('草稿标识不是有效的 UUID') }),
  query: Nothing,
  body: z.strictObject({ bundleId: Text(64), content: BundleDraftContent }),
  reply: z.strictObject({ code: z.string(), expiresOn: Day }),
})
/** On another device. What an account kept opens only to that account. Five wrong codes lock for 15 minutes. */
export const resumeBundleDraft = operation({
  operationId: 'resumeBundleDraft',
  method: 'POST',
  path: '/api/bundle-draft-codes',
  access: 'public',
  summary: '一件事：凭取件码继续填写',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ code: BundleSlipCode }),
  reply: BundleDraftView,
})
/** At the counter: every look is written down. */
export const openBundleDraftAtWindow = operation({
  operationId: 'openBundleDraftAtWindow',
  method: 'POST',
  path: '/api/window/bundle-drafts',
  access: ['window-clerk'],
  summary: '一件事：凭取件码取回申请人填写的内容',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ code: BundleSlipCode }),
  reply: BundleDraftView,
})
