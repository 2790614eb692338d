import type { ImportError } from '../../../contract/catalogue-exchange.ts'
import type {
  CatalogueDraft,
  DraftContent,
  ItemText,
} from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { mayWrite } from '../../../domain/catalogue/draft/draft-permissions.ts'
import type { DiffLine } from '../../../domain/catalogue/versions/compare.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import type { Session } from '../../http/session.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { compareContents, diffNames } from '../draft/draft-changes.ts'
import { findOpenDraft } from '../draft/draft-store.ts'
import { departmentOf, startingContent } from '../draft/new-draft.ts'
import { itemFaults, type ItemsBeside } from '../draft/item-faults.ts'
import type { ImportedItem } from './import-content.ts'

/** What one content of an imported file would do. */
export type PlannedChange = {
  readonly itemId: string
  readonly itemName: string
  readonly content: DraftContent
  readonly basedOn: number | null
  readonly open: CatalogueDraft | undefined
  readonly lines: readonly DiffLine[]
}

export type Plan = {
  readonly changes: readonly PlannedChange[]
  readonly unchanged: number
  readonly errors: readonly ImportError[]
}

/** Held against what is being written, or else against the newest version; other departments' items are errors. */
export async function plannedChanges(
  context: CatalogueContext,
  session: Session,
  items: readonly ImportedItem[],
): Promise<Plan> {
  const changes: PlannedChange[] = []
  const errors: ImportError[] = []
  let unchanged = 0
  for (const [index, imported] of items.entries()) {
    const beside = writtenBeside(items, index)
    const faults = [
      ...faultsOf(context, session.actor, imported),
      ...(imported.item === undefined
        ? []
        : itemFaults(context, imported.itemId, imported.item as unknown as ItemText, beside).map(
            ({ message }) => message,
          )),
    ]
    const place = `items.${index} ${imported.itemId}`
    errors.push(...faults.map((message) => ({ sheet: '', row: null, place, message })))
    if (faults.length > 0) continue
    for (const content of contentsOf(imported)) {
      const planned = await plannedChange(context, session.regionCode, imported, content)
      if (planned.lines.length === 0) unchanged += 1
      else changes.push(planned)
    }
  }
  return { changes, unchanged, errors }
}

/** What else the file writes: a code may pass from one item to another within it, and a code on two is told at the second. */
function writtenBeside(items: readonly ImportedItem[], index: number): ItemsBeside {
  const written = items.filter(({ item }, at) => at !== index && item !== undefined)
  return {
    replaced: new Set(written.map(({ itemId }) => itemId)),
    items: items.flatMap(({ item }, at) => (at < index && item ? [item] : [])),
  }
}

/** Why nothing of an item can be imported by this person. */
function faultsOf({ reference }: CatalogueContext, by: Actor, imported: ImportedItem): string[] {
  const { itemId, item, guide } = imported
  const known = reference.findItem(itemId)
  const departmentId = departmentOf(known, by)
  if (departmentId === undefined || mayWrite(by, departmentId) !== null)
    return ['这个事项不由您所在的部门办理，不能导入']
  const named = [
    ...(item === undefined ? [] : [item.departmentId, ...item.partnerIds]),
    ...(guide?.partnerIds ?? []),
  ]
  const unknown = named.filter(
    (id) => !reference.organisations.some(({ organisationId }) => organisationId === id),
  )
  const isForeign = known === undefined && item !== undefined && item.departmentId !== departmentId
  return [
    ...unknown.map((id) => `没有“${id}”这个部门`),
    ...(isForeign ? ['新事项的主管部门只能是您所在的部门'] : []),
    ...(known === undefined && guide !== undefined
      ? ['没有这个事项；新事项请先导入并发布事项要素，再导入指南']
      : []),
  ]
}

async function plannedChange(
  context: CatalogueContext,
  regionCode: number,
  { itemId }: ImportedItem,
  content: DraftContent,
): Promise<PlannedChange> {
  const { db, reference } = context
  const starting = startingContent(reference, itemId, content.kind)
  const open = await findOpenDraft(db, regionCode, itemId, content.kind)
  const before = open?.content ?? starting?.content ?? null
  return {
    itemId,
    itemName: reference.findItem(itemId)?.name ?? itemId,
    content,
    basedOn: starting?.basedOn ?? null,
    open,
    lines: compareContents(before, content, diffNames(context)),
  }
}

function contentsOf({ item, guide }: ImportedItem): DraftContent[] {
  return [
    ...(item === undefined ? [] : [{ kind: 'item', item } as unknown as DraftContent]),
    ...(guide === undefined ? [] : [{ kind: 'guide', guide } as unknown as DraftContent]),
  ]
}
