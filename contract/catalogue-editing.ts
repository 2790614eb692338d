import { z } from 'zod'
import { DRAFT_STATES } from '../domain/catalogue/draft/catalogue-draft.ts'
import { ITEM_STATUSES } from '../domain/catalogue/service-item.ts'
import { GuideConfirmation, GuideContent } from './guide-schema.ts'
import { ItemContent, ItemId, LegalDocument } from './item-schema.ts'
import { type Access, operation } from './operation.ts'
import { Day, NoBody, Nothing, Text } from './shared.ts'

// Drafts of guides and items: written by the department's editor, confirmed by department and Bureau, published on a
// working day. An editor's own department and who may confirm are the domain's rules (domain/catalogue/draft).

export const CATALOGUE_READERS = [
  'catalogue-editor',
  'catalogue-confirmer',
  'reviewer',
  'decider',
  'department-head',
  'supervisor',
] as const
/** An editor is let in and refused by name (editor-may-not-confirm). */
const CONFIRMERS = [
  'catalogue-editor',
  'catalogue-confirmer',
  'decider',
  'department-head',
] as const
const EDITORS = ['catalogue-editor'] as const

export const CatalogueDraftParams = z.strictObject({ draftId: z.uuid('草稿标识不是有效的 UUID') })
const Kind = z.enum(['guide', 'item'])
const Version = z.int().min(1)
const When = z.string()

/** What may be done with a draft, by whoever asks. */
export const DraftAct = z.enum(['edit', 'submit', 'confirm', 'return', 'discard', 'publish'])
export type DraftAct = z.output<typeof DraftAct>
const Side = z.enum(['department', 'bureau'])

export const DraftRow = z.strictObject({
  draftId: z.string(),
  itemId: z.string(),
  itemName: z.string(),
  departmentId: z.string(),
  departmentName: z.string(),
  kind: Kind,
  state: z.enum(DRAFT_STATES),
  /** Moves with every change: send it back as `expectedVersion`. */
  version: Version,
  /** Whose confirmation is still missing. Empty and `submitted`: ready to be published. */
  waitsFor: z.array(Side),
  changedAt: When,
  changedBy: z.string(),
})
export type DraftRow = z.output<typeof DraftRow>

export const DraftView = DraftRow.extend({
  /** Version in force when the draft was begun; null: none was. */
  basedOn: z.int().nullable(),
  /** Number that the published version will get, as things stand. */
  nextVersion: z.int(),
  /** Of a draft of kind `guide`. */
  guide: GuideContent.nullable(),
  /** Of a draft of kind `item`. */
  item: ItemContent.nullable(),
  /** What the change rests on; a change of an item's state is not confirmed without. */
  document: LegalDocument.nullable(),
  /** Why it is changed, for the public change log. */
  reason: z.string(),
  confirmations: z.array(z.strictObject({ side: Side, name: z.string(), at: When })),
  /** What whoever asks may do now. */
  possible: z.array(DraftAct),
  /** Why it came back; null unless `returned`. */
  returnedBecause: z.string().nullable(),
  published: z.strictObject({ version: z.int(), effectiveOn: Day }).nullable(),
  history: z.array(
    z.strictObject({
      at: When,
      name: z.string(),
      role: z.string(),
      action: z.enum([
        'started',
        'imported',
        'edited',
        'submitted',
        'confirmed',
        'returned',
        'discarded',
        'published',
      ]),
      /** A sentence, in Chinese: what was changed, why it was returned, when it takes effect. */
      text: z.string(),
    }),
  ),
})
export type DraftView = z.output<typeof DraftView>

/** The editor's list: own department's items first (`mine`), each with what is scheduled and what is being written. */
export const listCatalogue = operation({
  operationId: 'listCatalogue',
  method: 'GET',
  path: '/api/catalogue/items',
  access: CATALOGUE_READERS,
  summary: '事项管理：事项、版本和草稿',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    items: z.array(
      z.strictObject({
        itemId: z.string(),
        annexNumber: z.int().nullable(),
        name: z.string(),
        departmentId: z.string(),
        departmentName: z.string(),
        status: z.enum(ITEM_STATUSES),
        itemVersion: z.int(),
        guideVersion: z.int().nullable(),
        confirmation: GuideConfirmation.nullable(),
        /** Of the asking person's department. */
        mine: z.boolean(),
        scheduled: z.array(z.strictObject({ kind: Kind, version: z.int(), effectiveOn: Day })),
        drafts: z.array(DraftRow),
      }),
    ),
  }),
})

/** Answers the open draft of that item and kind if there is one, else begins one from what is in force. */
export const startDraft = operation({
  operationId: 'startDraft',
  method: 'POST',
  path: '/api/catalogue/drafts',
  access: EDITORS,
  summary: '起草办事指南或者事项要素',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ commandId: z.uuid(), itemId: ItemId, kind: Kind }),
  reply: DraftView,
})

export const getDraft = operation({
  operationId: 'getDraft',
  method: 'GET',
  path: '/api/catalogue/drafts/:draftId',
  access: CATALOGUE_READERS,
  summary: '草稿及其经过',
  params: CatalogueDraftParams,
  query: Nothing,
  body: NoBody,
  reply: DraftView,
})

/** Saved as typed. Whatever was confirmed is confirmed no longer. Refused with `changed-meanwhile` and the version that is now. */
export const saveDraft = operation({
  operationId: 'saveDraft',
  method: 'PUT',
  path: '/api/catalogue/drafts/:draftId',
  access: EDITORS,
  summary: '保存草稿',
  params: CatalogueDraftParams,
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid(),
    expectedVersion: Version,
    /** Exactly the one of the draft's kind. */
    guide: GuideContent.optional(),
    item: ItemContent.optional(),
    document: LegalDocument.nullable(),
    reason: z.string().trim().max(500, '最多 500 个字'),
  }),
  reply: DraftView,
})

/** An act on a draft, with its own id and the version that the person was looking at. */
function act<Fields extends z.ZodRawShape>(
  name: DraftAct,
  access: Access,
  summary: string,
  fields: Fields,
) {
  return operation({
    operationId: `${name}Draft`,
    method: 'POST',
    path: `/api/catalogue/drafts/:draftId/${name}`,
    access,
    summary,
    params: CatalogueDraftParams,
    query: Nothing,
    body: z.strictObject({ commandId: z.uuid(), expectedVersion: Version, ...fields }),
    reply: DraftView,
  })
}

export const submitDraft = act('submit', EDITORS, '送审草稿', {})

/** Department: its decider or head. Bureau: its confirmer. Whoever edited the draft: `editor-may-not-confirm`. */
export const confirmDraft = act('confirm', CONFIRMERS, '确认草稿', {})

export const returnDraft = act('return', CONFIRMERS, '退回草稿', { reason: Text(500) })

export const discardDraft = act('discard', EDITORS, '作废草稿', {})

/**
 * Schedules the version for 00:00 of a working day, today or later. Refusals: `guide-not-confirmed`, `not-a-working-day`,
 * `effective-day-past`, `linter-errors` and `test-application-failed` (each finding in `fields`: part or path, and the sentence).
 */
export const publishDraft = act(
  'publish',
  ['catalogue-editor', 'catalogue-confirmer'],
  '发布新版本，自指定工作日零时生效',
  { effectiveOn: Day },
)
