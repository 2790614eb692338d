import { uuidv7 } from 'uuidv7'
import { baselineGuide } from '../../../domain/catalogue/baseline-guide.ts'
import type {
  CatalogueDraft,
  DraftContent,
  GuideText,
  ItemText,
} from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { personOf } from '../../../domain/catalogue/draft/draft-permissions.ts'
import { itemTextOf } from '../../../domain/catalogue/draft/item-rules.ts'
import type { ServiceGuide } from '../../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../../domain/catalogue/service-item.ts'
import { NO_WORDS } from '../../../domain/catalogue/upcast-guide.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import type { Instant, OrganisationId, ServiceItemId } from '../../../domain/shared/ids.ts'
import type { ReferenceData } from '../../database/reference-data.ts'

/** What stands before a draft's first word: the newest published version, so that what is scheduled is not lost. */
export function startingContent(
  reference: ReferenceData,
  itemId: string,
  kind: 'guide' | 'item',
): { readonly content: DraftContent; readonly basedOn: number | null } | undefined {
  const newestItem = reference.itemVersions(itemId).at(-1)
  if (kind === 'item')
    return newestItem === undefined
      ? { content: { kind, item: BLANK_ITEM }, basedOn: null }
      : { content: { kind, item: itemTextOf(newestItem.item) }, basedOn: newestItem.version }
  if (newestItem === undefined) return undefined
  const newest = reference.guideVersions(itemId).at(-1)
  const guide = guideTextOf(newest ?? baselineGuide(newestItem.item))
  return { content: { kind, guide }, basedOn: newest?.version ?? null }
}

export function guideTextOf(guide: ServiceGuide): GuideText {
  const {
    itemId: _itemId,
    version: _version,
    effectiveOn: _effectiveOn,
    confirmation: _confirmation,
    ...text
  } = guide
  return text
}

export type NewDraft = {
  readonly itemId: string
  readonly departmentId: OrganisationId
  readonly content: DraftContent
  readonly basedOn: number | null
  readonly by: Actor
  readonly at: Instant
}

/** Whoever begins a draft is one of its editors. */
export function newDraft({
  itemId,
  departmentId,
  content,
  basedOn,
  by,
  at,
}: NewDraft): CatalogueDraft {
  return {
    draftId: uuidv7(),
    itemId: itemId as ServiceItemId,
    departmentId,
    content,
    state: 'editing',
    version: 1,
    basedOn,
    document: null,
    reason: '',
    editors: [personOf(by)],
    confirmations: [],
    returnedBecause: null,
    published: null,
    changedAt: at,
    changedBy: by.name,
  }
}

/** The department whose people write about an item: the one that handles it today; of a new item, the writer's own. */
export function departmentOf(item: ServiceItem | undefined, by: Actor): OrganisationId | undefined {
  return item?.departmentId ?? by.organisationId
}

const BLANK_ITEM: ItemText = {
  name: '（新事项）',
  pinyinInitials: '',
  departmentId: '' as OrganisationId,
  partnerIds: [],
  status: 'draft',
  remark: null,
  handledBy: null,
  sealException: null,
  provincialResult: false,
  catalogCode: null,
  taskCode: null,
  sichuanCodes: [],
  words: NO_WORDS,
}
