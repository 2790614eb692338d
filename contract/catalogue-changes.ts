import { z } from 'zod'
import { ITEM_STATUSES } from '../domain/catalogue/service-item.ts'
import { GuideVersion } from './guide-schema.ts'
import { ItemContent, LegalDocument } from './item-schema.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, Page, Text } from './shared.ts'

// What everyone may read of the catalogue's past and future: the change log, the versions, two of them side by side.

const Kind = z.enum(['guide', 'item'])

export const CatalogueChange = z.strictObject({
  itemId: z.string(),
  itemName: z.string(),
  departmentName: z.string(),
  kind: Kind,
  version: z.int(),
  effectiveOn: Day,
  /** Not in force yet: it switches at 00:00 of `effectiveOn`. */
  scheduled: z.boolean(),
  /** 自 2026 年 12 月 1 日起暂停办理 */
  sentence: z.string(),
  /** The state the item has from that version on; null for a guide. */
  status: z.enum(ITEM_STATUSES).nullable(),
  /** Null for what was shipped with the software. */
  document: LegalDocument.nullable(),
  reason: z.string(),
  publishedAt: z.string().nullable(),
})
export type CatalogueChange = z.output<typeof CatalogueChange>

/** The public change log (事项动态调整记录), newest first. */
export const listCatalogueChanges = operation({
  operationId: 'listCatalogueChanges',
  method: 'GET',
  path: '/api/catalogue/changes',
  access: 'public',
  summary: '事项动态调整记录',
  params: Nothing,
  query: z.strictObject({ itemId: Text(64).optional(), ...Page }),
  body: NoBody,
  reply: z.strictObject({
    changes: z.array(CatalogueChange),
    nextCursor: z.string().nullable(),
  }),
})

/** Every version of an item and of its guide, newest first. */
export const listItemVersions = operation({
  operationId: 'listItemVersions',
  method: 'GET',
  path: '/api/catalogue/items/:itemId/versions',
  access: 'public',
  summary: '事项和办事指南的全部版本',
  params: z.strictObject({ itemId: Text(64) }),
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    itemId: z.string(),
    name: z.string(),
    versions: z.array(
      CatalogueChange.extend({
        /** `in-force`, `scheduled`, or `past` (superseded, or never in force). */
        standing: z.enum(['in-force', 'scheduled', 'past']),
      }),
    ),
  }),
})

/** One version as it was published. */
export const getItemVersion = operation({
  operationId: 'getItemVersion',
  method: 'GET',
  path: '/api/catalogue/items/:itemId/versions/:kind/:version',
  access: 'public',
  summary: '事项或者办事指南的某一版本',
  params: z.strictObject({
    itemId: Text(64),
    kind: Kind,
    version: z.coerce.number().int().min(1).max(1_000_000),
  }),
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    change: CatalogueChange,
    guide: GuideVersion.nullable(),
    item: ItemContent.nullable(),
  }),
})

export const DiffLine = z.strictObject({
  /** `materials.3.basis` */
  part: z.string(),
  /** 材料 3“身份证明” · 依据 */
  label: z.string(),
  before: z.string(),
  after: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
})
export type DiffLine = z.output<typeof DiffLine>

export const VersionDiff = z.strictObject({
  /** Heads of the two columns: 第 1 版（2020年1月1日起）, 草稿. */
  beforeTitle: z.string(),
  afterTitle: z.string(),
  lines: z.array(DiffLine),
})
export type VersionDiff = z.output<typeof VersionDiff>

/** Two versions side by side. */
export const compareVersions = operation({
  operationId: 'compareVersions',
  method: 'GET',
  path: '/api/catalogue/items/:itemId/diff',
  access: 'public',
  summary: '两个版本对照',
  params: z.strictObject({ itemId: Text(64) }),
  query: z.strictObject({
    kind: Kind,
    from: z.coerce.number().int().min(1).max(1_000_000),
    to: z.coerce.number().int().min(1).max(1_000_000),
  }),
  body: NoBody,
  reply: VersionDiff,
})
