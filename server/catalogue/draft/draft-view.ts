import type { z } from 'zod'
import type { DraftRow, DraftView } from '../../../contract/catalogue-editing.ts'
import type { CatalogueDraft } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { possibleChanges } from '../../../domain/catalogue/draft/change-draft.ts'
import { waitsFor } from '../../../domain/catalogue/draft/draft-refusal.ts'
import { nextVersion } from '../../../domain/catalogue/versions/in-force.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import { wireCopy } from '../../http/wire-copy.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { draftHistory, type DraftHistoryRow } from './draft-store.ts'

const ROLE_NAME: Readonly<Partial<Record<Actor['role'], string>>> = {
  'catalogue-editor': '事项管理员',
  'catalogue-confirmer': '事项审定人',
  decider: '首席代表（决定人）',
  'department-head': '部门负责人',
}

export function draftRow(
  { reference }: Pick<CatalogueContext, 'reference'>,
  draft: CatalogueDraft,
): z.input<typeof DraftRow> {
  const { draftId, itemId, departmentId, content, state, version, changedAt, changedBy } = draft
  return {
    draftId,
    itemId,
    itemName: itemNameOf(reference, draft),
    departmentId,
    departmentName: reference.getOrganisation(departmentId).shortName,
    kind: content.kind,
    state,
    version,
    waitsFor: waitsFor(draft),
    changedAt,
    changedBy,
  }
}

export async function draftView(
  context: Pick<CatalogueContext, 'db' | 'reference'>,
  regionCode: number,
  draft: CatalogueDraft,
  by: Actor,
): Promise<z.input<typeof DraftView>> {
  const { reference } = context
  const { content, itemId, basedOn, document, reason, confirmations, published } = draft
  const history = await draftHistory(context.db, regionCode, draft.draftId)
  const versions =
    content.kind === 'guide' ? reference.guideVersions(itemId) : reference.itemVersions(itemId)
  return {
    ...draftRow(context, draft),
    basedOn,
    nextVersion: nextVersion(versions),
    guide: content.kind === 'guide' ? wireCopy(content.guide) : null,
    item: content.kind === 'item' ? wireCopy(content.item) : null,
    document,
    reason,
    confirmations: confirmations.map(({ side, name, at }) => ({ side, name, at })),
    possible: possibleChanges(draft, by, reference.findItem(itemId) ?? null),
    returnedBecause: draft.returnedBecause,
    published,
    history: shortened(history),
  }
}

export function itemNameOf(
  reference: CatalogueContext['reference'],
  { itemId, content }: CatalogueDraft,
): string {
  if (content.kind === 'item') return content.item.name
  return reference.getItem(itemId).name
}

/** An evening of typing is one line. */
function shortened(rows: readonly DraftHistoryRow[]): z.input<typeof DraftView>['history'] {
  const shown: z.input<typeof DraftView>['history'] = []
  for (const { at, name, role, action, detail } of rows) {
    const last = shown.at(-1)
    const text = detail.text ?? ''
    if (action === 'edited' && last?.action === 'edited' && last.name === name) {
      shown.pop()
      shown.push({ ...last, at, text: joined(last.text, text) })
    } else shown.push({ at, name, role: ROLE_NAME[role] ?? role, action, text })
  }
  return shown
}

function joined(before: string, after: string): string {
  const parts = new Set([...before.split('、'), ...after.split('、')])
  return [...parts].filter((part) => part !== '').join('、')
}
