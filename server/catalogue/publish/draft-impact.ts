import type { DraftImpact } from '../../../contract/catalogue-checking.ts'
import type { CatalogueDraft } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { formChange, touchedPapers } from '../../../domain/catalogue/versions/touched-papers.ts'
import { needsModeConfirmation, sealRoute } from '../../../domain/sealing/seal-route.ts'
import { localDateOf } from '../../../domain/shared/local-date.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { compareContents, diffNames } from '../draft/draft-changes.ts'
import { itemOfDraft } from './draft-as-version.ts'
import { guideTextOf } from '../draft/new-draft.ts'
import { contentInForce } from './content-in-force.ts'
import { effectiveModes } from '../seal-modes.ts'

/** What publishing the draft would touch (影响预览); nobody's application is among it: they keep their version. */
export async function draftImpact(
  context: CatalogueContext,
  regionCode: number,
  draft: CatalogueDraft,
): Promise<DraftImpact> {
  const { db, reference } = context
  const { itemId, content } = draft
  const today = localDateOf(context.clock(regionCode))
  const [open, citizenDrafts, modes] = await Promise.all([
    context.countOpenApplications(regionCode, itemId),
    context.countCitizenDrafts(regionCode, itemId),
    effectiveModes(db, regionCode),
  ])
  const mode = modes.get(itemId) ?? null
  const after = itemOfDraft(reference, draft)
  const before = reference.findItem(itemId) ?? after
  const inForce = contentInForce(reference, draft, today)
  const lines = compareContents(inForce?.content ?? null, content, diffNames(context))
  const guide = reference.findGuideInForce(itemId, today)
  const form = formChange(
    guide === undefined ? null : guideTextOf(guide),
    content.kind === 'guide' ? content.guide : content.item,
  )
  const titleOf = async (formId: string | null) =>
    formId === null ? null : ((await context.forms.find(regionCode, formId))?.title ?? formId)
  return {
    openApplications: {
      total: open.reduce((sum, { count }) => sum + count, 0),
      byStage: summed(open, ({ stage }) => stage).map(({ of: { stage, label }, count }) => ({
        stage,
        label,
        count,
      })),
      byGuideVersion: summed(open, ({ guideVersion }) => String(guideVersion))
        .map(({ of: { guideVersion }, count }) => ({ version: guideVersion, count }))
        .toSorted((a, b) => a.version - b.version),
    },
    bundles: [...context.bundlesWith(itemId)],
    seal: {
      before: sealRoute(before, today, mode),
      after: sealRoute(after, today, mode),
      unconfirmed: needsModeConfirmation(after, mode),
    },
    templates: [...touchedPapers(lines)],
    form: { before: await titleOf(form.before), after: await titleOf(form.after) },
    citizenDrafts,
  }
}

function summed<Of extends { readonly count: number }>(
  rows: readonly Of[],
  key: (row: Of) => string,
): { readonly of: Of; readonly count: number }[] {
  const sums = new Map<string, { of: Of; count: number }>()
  for (const row of rows) {
    const known = sums.get(key(row))
    if (known === undefined) sums.set(key(row), { of: row, count: row.count })
    else known.count += row.count
  }
  return [...sums.values()]
}
