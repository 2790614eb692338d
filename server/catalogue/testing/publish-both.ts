import { ABA_GUIDES } from '../../../catalogue/aba/load-catalogue.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import type { AccountId, Instant, OrganisationId } from '../../../domain/shared/ids.ts'
import type { Database } from '../../database/connect.ts'
import { newId } from '../../event-log/chain.ts'
import type { FormToPublish } from '../catalogue-context.ts'
import { startNewDraft, storePublication } from '../draft/draft-store.ts'
import { guideTextOf, newDraft } from '../draft/new-draft.ts'

const AT = '2026-03-02T02:00:00.000Z' as Instant
const REGION = 513_200
const DEPARTMENT = 'market-regulation' as OrganisationId

/** The item's baseline as a guide's draft, stored and published with a form in one call, as the routes do after both have confirmed. */
export async function publishBoth(
  db: Database,
  { itemId, version, effectiveOn }: { itemId: string; version: number; effectiveOn: string },
  form: FormToPublish,
): Promise<boolean> {
  const guide = ABA_GUIDES.find((one) => one.itemId === itemId)
  if (guide === undefined) throw new Error(`${itemId} has no guide`)
  await db.query(
    `insert into service_item (item_id, data) values ($1, '{}') on conflict (item_id) do nothing`,
    [itemId],
  )
  // What an attempt before this one left behind.
  await db.query(
    `update catalogue_draft set state = 'discarded' where region_code = $1 and item_id = $2 and state = 'editing'`,
    [REGION, itemId],
  )
  const by: Actor = {
    accountId: newId() as AccountId,
    name: '王示例',
    role: 'catalogue-confirmer',
    body: 'approval-bureau',
  }
  const content = { kind: 'guide', guide: guideTextOf(guide) } as const
  const draft = newDraft({ itemId, departmentId: DEPARTMENT, content, basedOn: 1, by, at: AT })
  const log = { by, at: AT, detail: { text: '' } }
  await startNewDraft(db, REGION, draft, { ...log, commandId: newId(), action: 'started' })
  return await storePublication(
    db,
    REGION,
    draft.version,
    { ...draft, state: 'published', version: 2 },
    { ...log, commandId: newId(), action: 'published' },
    { itemId, kind: 'guide', version, effectiveOn, document: null, reason: '测试', first: null },
    { ...guide, version, effectiveOn },
    form,
  )
}
