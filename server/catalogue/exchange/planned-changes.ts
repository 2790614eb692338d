import type { ImportError } from '../../../contract/catalogue-exchange.ts'
import type {
  CatalogueDraft,
  DraftContent,
} from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { mayWrite } from '../../../domain/catalogue/draft/draft-permissions.ts'
import type { DiffLine } from '../../../domain/catalogue/versions/compare.ts'
import type { Session } from '../../http/session.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { compareContents, organisationNames } from '../draft-changes.ts'
import { findOpenDraft } from '../draft-store.ts'
import { departmentOf, startingContent } from '../new-draft.ts'
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
  { regionCode, actor }: Session,
  items: readonly ImportedItem[],
): Promise<Plan> {
  const { db, reference } = context
  const names = organisationNames(reference)
  const changes: PlannedChange[] = []
  const errors: ImportError[] = []
  let unchanged = 0
  for (const [index, { itemId, item, guide }] of items.entries()) {
    const refuse = (message: string) =>
      errors.push({ sheet: '', row: null, place: `items.${index} ${itemId}`, message })
    const known = reference.findItem(itemId)
    const departmentId = departmentOf(known, actor)
    if (departmentId === undefined || mayWrite(actor, departmentId) !== null) {
      refuse('这个事项不由您所在的部门办理，不能导入')
      continue
    }
    const wrong = wrongOrganisation(context, [
      ...(item === undefined ? [] : [item.departmentId, ...item.partnerIds]),
      ...(guide?.partnerIds ?? []),
    ])
    if (wrong !== undefined) refuse(`没有“${wrong}”这个部门`)
    if (
      known === undefined &&
      item?.departmentId !== undefined &&
      item.departmentId !== departmentId
    )
      refuse('新事项的主管部门只能是您所在的部门')
    for (const content of contentsOf(item, guide)) {
      const starting = startingContent(reference, itemId, content.kind)
      if (starting === undefined) {
        refuse('没有这个事项；新事项请先导入并发布事项要素，再导入指南')
        continue
      }
      const open = await findOpenDraft(db, regionCode, itemId, content.kind)
      const lines = compareContents((open ?? starting).content, content, names)
      if (lines.length === 0) unchanged += 1
      else
        changes.push({
          itemId,
          itemName: known?.name ?? item?.name ?? itemId,
          content,
          basedOn: starting.basedOn,
          open,
          lines,
        })
    }
  }
  return { changes, unchanged, errors }
}

function contentsOf(item: ImportedItem['item'], guide: ImportedItem['guide']): DraftContent[] {
  return [
    ...(item === undefined ? [] : [{ kind: 'item', item } as unknown as DraftContent]),
    ...(guide === undefined ? [] : [{ kind: 'guide', guide } as unknown as DraftContent]),
  ]
}

function wrongOrganisation(
  { reference }: CatalogueContext,
  ids: readonly string[],
): string | undefined {
  return ids.find(
    (id) => !reference.organisations.some(({ organisationId }) => organisationId === id),
  )
}
