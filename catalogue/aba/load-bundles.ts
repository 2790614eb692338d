import { z } from 'zod'
import type { Bundle } from '../../domain/catalogue/bundle.ts'
import type { ServiceItemId } from '../../domain/shared/ids.ts'
import bundles from './bundles.json' with { type: 'json' }

const text = z.string().min(1)
const itemId = z.custom<ServiceItemId>(
  (value) => typeof value === 'string' && /^aba-\d{2}$/.test(value),
)

const bundle = z.strictObject({
  bundleId: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: text,
  titleEn: text,
  titleBo: text,
  itemIds: z.array(itemId).min(2),
  needs: z.array(z.strictObject({ item: itemId, of: itemId })),
  questions: z.array(
    z.strictObject({
      id: text,
      text,
      help: text.nullable(),
      options: z.array(
        z.strictObject({
          value: text,
          label: text,
          answers: z.array(z.strictObject({ item: itemId, question: text, option: text })),
          without: z.array(itemId),
        }),
      ),
    }),
  ),
  sharedMaterials: z.array(
    z.strictObject({
      name: text,
      of: z.array(z.strictObject({ item: itemId, material: text })).min(2),
    }),
  ),
  lifeEvents: z.array(text).min(1),
  notes: z.array(text),
  unconfirmed: z.array(text),
})

/** 一件事: what opening a shop takes, drafted from the law of its items; what no law gives is 待部门确认. */
export const ABA_BUNDLES: readonly Bundle[] = z.array(bundle).parse(bundles)
