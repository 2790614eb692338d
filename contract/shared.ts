import { z } from 'zod'
import { isRealDate } from '../domain/shared/local-date.ts'

/** Nothing: a GET without query, a POST without body. Unknown fields are refused here as everywhere. */
export const Nothing = z.strictObject({})
export const NoBody = z.strictObject({}).optional()
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期请写成 2026-03-09 的样子')
  .refine(isRealDate, '没有这一天，请核对日期')
// What a database's JSON cannot hold, and what no person types: control characters and halves of characters.
const PRINTABLE = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u
const printable = z.string().regex(PRINTABLE, '含有不能打印的字符，请删除后重新填写')
export const Text = (max: number) =>
  printable.trim().min(1, '不能为空').max(max, `最多 ${max} 个字`)
export const OptionalText = (max: number) => printable.trim().max(max, `最多 ${max} 个字`)
export const ApplicationParams = z.strictObject({
  applicationId: z.uuid('办件标识不是有效的 UUID'),
})

/** The version that the sender was looking at, as far as the database counts. */
export const Seen = z.int().min(0).max(2_147_483_647)

/** A page of a keyset-paged list. `cursor` is opaque; `count` is capped ("10000+"). */
export const Page = {
  cursor: z.string().max(200).optional(),
  size: z.coerce.number().int().min(1).max(100).optional(),
}

/** problem+json (RFC 9457) with the permanent code; `fields` names each field and its remedy. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  /** `urn:uuid:` and the request's id, as it stands in the log. */
  instance: z.string().optional(),
  article: z.string().optional(),
  fields: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  /** For `changed-meanwhile`: the version that is now. */
  version: z.int().optional(),
})
export type Problem = z.output<typeof Problem>
