import { z } from 'zod'
import { Day, OptionalText } from './shared.ts'

// Parts of a draft that several of its operations speak of.

export const DraftParams = z.strictObject({ draftId: z.uuid('草稿标识不是有效的 UUID') })

export const DraftKey = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, '字段名称不正确')

export const MaterialKey = z.string().regex(/^[1-9]\d{0,2}$/, '材料序号不正确')

export const DraftAnswer = z.union([
  OptionalText(8000),
  z.number().min(-1e15).max(1e15),
  z.boolean(),
  z.array(OptionalText(500)).max(100),
])

/** What moved in the catalogue since the draft was begun; the draft itself is never changed by it. */
export const DraftChange = z.strictObject({
  code: z.enum(['form-version-changed', 'guide-changed', 'item-suspended', 'item-not-offered']),
  /** Chinese: what changed and what to do. */
  sentence: z.string(),
  /** Answers that the form in force does not ask any more: kept, not submitted. */
  dropped: z.array(z.string()),
  /** Fields that it asks now and the draft's own version did not. */
  added: z.array(z.string()),
})

export const DraftRow = z.strictObject({
  draftId: z.string(),
  itemId: z.string(),
  itemName: z.string(),
  savedAt: z.string(),
  expiresOn: Day,
  isBound: z.boolean(),
  applicantName: z.string(),
})

export const SlipCode = z.string().trim().min(12, '取件码是 12 位字母和数字').max(40)
