import type { z } from 'zod'
import type { listCatalogue } from '../../../contract/catalogue-editing.ts'
import { inForceOn } from '../../../domain/catalogue/versions/in-force.ts'
import { localDateOf } from '../../../domain/shared/local-date.ts'
import type { Session } from '../../http/session.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { mayReadDraft } from './draft-for.ts'
import { openDrafts } from './draft-store.ts'
import { draftRow } from './draft-view.ts'
import { allScheduled } from '../publish/scheduled-version.ts'

type Row = z.input<typeof listCatalogue.reply>['items'][number]

/** The whole list as editors and confirmers see it; the asking person's own department first. */
export async function catalogueRows(
  context: Pick<CatalogueContext, 'db' | 'reference' | 'clock'>,
  { regionCode, actor }: Session,
): Promise<Row[]> {
  const { reference } = context
  const today = localDateOf(context.clock(regionCode))
  const drafts = (await openDrafts(context.db, regionCode))
    .filter((draft) => mayReadDraft(actor, draft))
    .map((draft) => draftRow(context, draft))
  const listed = reference.items.map((item): Row => {
    const guide = reference.findGuideInForce(item.itemId, today)
    return {
      itemId: item.itemId,
      annexNumber: item.annexNumber ?? null,
      name: item.name,
      departmentId: item.departmentId,
      departmentName: reference.getOrganisation(item.departmentId).shortName,
      status: item.status,
      itemVersion: inForceOn(reference.itemVersions(item.itemId), today)?.version ?? 1,
      guideVersion: guide?.version ?? null,
      confirmation: guide?.confirmation ?? null,
      mine: item.departmentId === actor.organisationId,
      scheduled: allScheduled(reference, item, today).map(({ kind, version, effectiveOn }) => ({
        kind,
        version,
        effectiveOn,
      })),
      drafts: drafts.filter(({ itemId }) => itemId === item.itemId),
    }
  })
  const known = new Set(listed.map(({ itemId }) => itemId))
  const unlisted = drafts
    .filter(({ itemId }) => !known.has(itemId))
    .map((draft): Row => ({
      itemId: draft.itemId,
      annexNumber: null,
      name: draft.itemName,
      departmentId: draft.departmentId,
      departmentName: draft.departmentName,
      status: 'draft',
      itemVersion: 0,
      guideVersion: null,
      confirmation: null,
      mine: draft.departmentId === actor.organisationId,
      scheduled: [],
      drafts: [draft],
    }))
  return [...listed, ...unlisted].toSorted(
    (a, b) => Number(b.mine) - Number(a.mine) || (a.annexNumber ?? 999) - (b.annexNumber ?? 999),
  )
}
