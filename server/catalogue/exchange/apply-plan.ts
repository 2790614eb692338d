import { changeDraft } from '../../../domain/catalogue/draft/change-draft.ts'
import type { OrganisationId } from '../../../domain/shared/ids.ts'
import { newId } from '../../event-log/chain.ts'
import type { Session } from '../../http/session.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { changedParts } from '../draft/draft-changes.ts'
import { findOpenDraft, startNewDraft, storeChange } from '../draft/draft-store.ts'
import { departmentOf, newDraft } from '../draft/new-draft.ts'
import type { PlannedChange } from './planned-changes.ts'

/** Turns one change of an imported file into a draft; answers its id, or null when somebody wrote meanwhile. */
export async function applyChange(
  context: CatalogueContext,
  { regionCode, actor }: Session,
  { itemId, content, basedOn, lines }: PlannedChange,
  fileName: string,
): Promise<string | null> {
  const { db, reference } = context
  const at = context.clock(regionCode)
  const itemInForce = reference.findItem(itemId) ?? null
  const log = (action: 'imported') => ({
    commandId: newId(),
    by: actor,
    at,
    action,
    detail: { text: `自“${fileName}”导入：${changedParts(lines)}` },
  })
  const open = await findOpenDraft(db, regionCode, itemId, content.kind)
  if (open === undefined) {
    const departmentId = departmentOf(itemInForce ?? undefined, actor) as OrganisationId
    const draft = newDraft({ itemId, departmentId, content, basedOn, by: actor, at })
    return (await startNewDraft(db, regionCode, draft, log('imported'))) ? draft.draftId : null
  }
  const { document, reason } = open
  const change = { type: 'edit', content, document, reason } as const
  const outcome = changeDraft(open, change, { by: actor, at, itemInForce })
  if (!outcome.ok) return null
  const stored = await storeChange(db, regionCode, open.version, outcome.draft, log('imported'))
  return stored ? open.draftId : null
}
