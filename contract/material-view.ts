import { z } from 'zod'

export const MaterialFile = z.strictObject({
  fileId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  at: z.string(),
  /** `waiting` for the virus scanner and `infected` cannot be opened; `save-only` is never shown in a page. */
  handling: z.enum(['show', 'save-only', 'waiting', 'infected']),
})

export const MaterialView = z.strictObject({
  number: z.int(),
  name: z.string(),
  basis: z.string(),
  standard: z.string(),
  original: z.boolean(),
  copies: z.int(),
  format: z.string(),
  state: z.enum(['held', 'missing', 'defective', 'promised']),
  /** Working days it may follow after acceptance (容缺); null: not. */
  tolerableDays: z.int().nullable(),
  /** A signed commitment may stand in its place (告知承诺). */
  commitment: z.boolean(),
  /** Everything the guide says of it, line by line: what the clerk compares it with. */
  facts: z.array(
    z.strictObject({
      part: z.string(),
      name: z.string(),
      words: z.array(z.string()),
      isOpen: z.boolean(),
    }),
  ),
  files: z.array(MaterialFile),
})
