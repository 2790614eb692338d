import { z } from 'zod'
import { ITEM_STATUSES } from '../domain/catalogue/service-item.ts'
import { GuideConfirmation, GuideVersion } from './guide-schema.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, Text } from './shared.ts'

/** A version that is published and not in force yet: it switches at 00:00 of that working day. */
export const Scheduled = z.strictObject({
  kind: z.enum(['guide', 'item']),
  version: z.int(),
  effectiveOn: Day,
  /** 自 2026 年 12 月 1 日起调整 */
  sentence: z.string(),
})

export const ItemRow = z.strictObject({
  itemId: z.string(),
  annexNumber: z.int().nullable(),
  name: z.string(),
  pinyinInitials: z.string(),
  /** Full pinyin, a space between syllables: of the name first, then of each synonym. */
  pinyin: z.array(z.string()),
  departmentId: z.string(),
  departmentName: z.string(),
  status: z.enum(ITEM_STATUSES),
  levelMark: z.string().nullable(),
  remark: z.string().nullable(),
  handledBy: z.string().nullable(),
  statutoryDays: z.int(),
  committedDays: z.int(),
  confirmation: GuideConfirmation,
  guideVersion: z.int().nullable(),
  sealRoute: z.enum(['bureau', 'department', 'provincial']),
  synonyms: z.array(z.string()),
  audience: z.array(z.enum(['person', 'enterprise'])),
  topics: z.array(z.string()),
  lifeEvents: z.array(z.string()),
  nameEn: z.string(),
  /** 已下放，请到县（市）财政局办理; empty while it is offered as ever. */
  statusSentence: z.string(),
  itemVersion: z.int(),
  /** The next version of item or guide; null: nothing is scheduled. */
  scheduled: Scheduled.nullable(),
  /** Path of its change log: `/api/catalogue/changes?itemId=aba-36`. */
  changeLog: z.string(),
})
export type ItemRow = z.output<typeof ItemRow>
/** A word to browse by: a topic, an event of life. The Tibetan is a draft, 待母语审校. */
export const HeadingView = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  nameBo: z.string(),
})
export type HeadingView = z.output<typeof HeadingView>

export const listItems = operation({
  operationId: 'listItems',
  method: 'GET',
  path: '/api/items',
  access: 'public',
  summary: '事项清单',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    items: z.array(ItemRow),
    topics: z.array(HeadingView),
    lifeEvents: z.array(HeadingView),
  }),
})
/** The one record of which page, kiosk, print, checklist and API are renderings. */
export const GuideRecord = GuideVersion.omit({ itemId: true, partnerIds: true })
export const GuideView = GuideRecord.extend({
  item: ItemRow,
  sichuanCodes: z.array(z.strictObject({ for: z.string(), code: z.string() })),
  partnerNames: z.array(z.string()),
  sealModeUnconfirmed: z.boolean(),
})
export type GuideView = z.output<typeof GuideView>
export const getGuide = operation({
  operationId: 'getGuide',
  method: 'GET',
  path: '/api/items/:itemId',
  access: 'public',
  summary: '办事指南',
  params: z.strictObject({ itemId: Text(64) }),
  query: Nothing,
  body: NoBody,
  reply: GuideView,
})
/** × items: effective when a second person of the Bureau records the same mode and document. */
export const confirmSealMode = operation({
  operationId: 'confirmSealMode',
  method: 'POST',
  path: '/api/items/:itemId/seal-mode',
  access: 'signed-in',
  summary: '确认用印方式（两人）',
  params: z.strictObject({ itemId: Text(64) }),
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid(),
    mode: z.enum(['bureau', 'department', 'provincial']),
    document: Text(100),
  }),
  reply: z.strictObject({
    itemId: z.string(),
    mode: z.string(),
    document: z.string(),
    effective: z.boolean(),
    confirmedBy: z.array(z.string()),
  }),
})
export const listSealModes = operation({
  operationId: 'listSealModes',
  method: 'GET',
  path: '/api/seal-modes',
  access: ['seal-keeper', 'supervisor'],
  summary: '× 事项用印方式确认情况',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    modes: z.array(
      z.strictObject({
        itemId: z.string(),
        name: z.string(),
        annexNumber: z.int().nullable(),
        mode: z.string().nullable(),
        document: z.string().nullable(),
        effective: z.boolean(),
        confirmedBy: z.array(z.string()),
      }),
    ),
  }),
})
