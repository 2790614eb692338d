import type { z } from 'zod'
import type { DraftView } from '../../../contract/catalogue-editing.ts'
import type {
  CatalogueDraft,
  DraftContent,
} from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { changeDraft, type DraftChange } from '../../../domain/catalogue/draft/change-draft.ts'
import type { Answer } from '../../http/register-operation.ts'
import { refuse } from '../../http/refusal.ts'
import type { Session } from '../../http/session.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { changedParts, compareContents, diffNames } from './draft-changes.ts'
import { draftFor, isAnswer } from './draft-for.ts'
import { type DraftAction, type DraftLogEntry, storeChange, wasDone } from './draft-store.ts'
import { draftView } from './draft-view.ts'
import { itemFaults } from './item-faults.ts'

export type GivenChange = {
  readonly draftId: string
  readonly commandId: string
  readonly expectedVersion: number
  readonly change: Exclude<DraftChange, { type: 'publish' }>
}

const ACTION: Readonly<Record<GivenChange['change']['type'], DraftAction>> = {
  edit: 'edited',
  submit: 'submitted',
  confirm: 'confirmed',
  return: 'returned',
  discard: 'discarded',
}

/** One change of a stored draft: decided by the rules, written with its line of history, once whoever retries it. */
export async function changeStoredDraft(
  context: CatalogueContext,
  session: Session,
  { draftId, commandId, expectedVersion, change }: GivenChange,
): Promise<Answer<z.input<typeof DraftView>>> {
  const { db, reference } = context
  const { regionCode, actor } = session
  const draft = await draftFor(context, session, draftId)
  if (isAnswer(draft)) return draft
  const view = async (shown: CatalogueDraft) => ({
    ok: true as const,
    value: await draftView(context, regionCode, shown, actor),
  })
  if (await wasDone(db, regionCode, draftId, commandId)) return await view(draft)
  if (change.type === 'edit') {
    const wrong = wrongContent(context, draft, change)
    if (wrong !== undefined) return wrong
  }
  const at = context.clock(regionCode)
  const itemInForce = reference.findItem(draft.itemId) ?? null
  const outcome = changeDraft(draft, change, { by: actor, at, itemInForce })
  if (!outcome.ok) return refuse(outcome.violation.code, outcome.violation.sentence)
  if (draft.version !== expectedVersion)
    return { ok: false, violation: { code: 'changed-meanwhile', version: draft.version } }
  if (change.type === 'edit' && saysTheSame(draft, outcome.draft)) return await view(draft)
  const log: DraftLogEntry = {
    commandId,
    by: actor,
    at,
    action: ACTION[change.type],
    detail: detailOf(context, draft, change, outcome.draft),
  }
  if (await storeChange(db, regionCode, expectedVersion, outcome.draft, log))
    return await view(outcome.draft)
  const now = await draftFor(context, session, draftId)
  if (isAnswer(now)) return now
  return { ok: false, violation: { code: 'changed-meanwhile', version: now.version } }
}

function wrongContent(
  context: CatalogueContext,
  draft: CatalogueDraft,
  { content }: Extract<DraftChange, { type: 'edit' }>,
): ReturnType<typeof refuse> | undefined {
  const { reference } = context
  if (content.kind !== draft.content.kind)
    return refuse('invalid-input', '请只提交与草稿种类相符的一份内容。', {
      fields: [{ field: content.kind, message: '与草稿种类不符' }],
    })
  const ids =
    content.kind === 'guide'
      ? content.guide.partnerIds
      : [content.item.departmentId, ...content.item.partnerIds]
  const unknown = ids.find(
    (id) => !reference.organisations.some(({ organisationId }) => organisationId === id),
  )
  if (unknown !== undefined)
    return refuse('unknown-organisation', `没有“${unknown}”这个部门，请从部门清单中选择。`)
  const faultsIn = (one: DraftContent) =>
    one.kind === 'item' ? itemFaults(context, draft.itemId, one.item) : []
  // A code that another draft of the same import gives up stands here already: publishing asks for it.
  const known = new Set(faultsIn(draft.content).map(({ message }) => message))
  const faults = faultsIn(content).filter(({ message }) => !known.has(message))
  return faults.length === 0
    ? undefined
    : refuse(
        'invalid-input',
        `事项要素有误：${faults.map(({ message }) => message).join('；')}。`,
        {
          fields: faults.map(({ field, message }) => ({ field: `item.${field}`, message })),
        },
      )
}

function saysTheSame(before: CatalogueDraft, after: CatalogueDraft): boolean {
  const said = ({ content, document, reason }: CatalogueDraft) =>
    sorted({ content, document, reason })
  return said(before) === said(after)
}

/** The database gives members back in an order of its own. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function detailOf(
  context: CatalogueContext,
  before: CatalogueDraft,
  change: GivenChange['change'],
  after: CatalogueDraft,
): DraftLogEntry['detail'] {
  switch (change.type) {
    case 'edit': {
      const names = diffNames(context)
      const parts = changedParts(compareContents(before.content, after.content, names))
      const undone = before.confirmations.length > 0 ? '（原有确认失效）' : ''
      return { text: `${parts === '' ? '依据文件、调整原因' : parts}${undone}` }
    }
    case 'submit':
      return {
        text: '送审',
        content: after.content,
        document: after.document,
        reason: after.reason,
      }
    case 'confirm': {
      const side = after.confirmations.at(-1)?.side
      return { text: side === 'bureau' ? '州行政审批局确认' : '主管部门确认' }
    }
    case 'return':
      return { text: change.reason }
    case 'discard':
      return { text: '作废' }
  }
}
