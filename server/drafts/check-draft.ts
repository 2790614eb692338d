import type { DraftCheck } from '../../contract/drafts.ts'
import { identityOf, type Applicant } from '../../domain/application/applicant.ts'
import { materialsFor } from '../../domain/catalogue/materials-for.ts'
import type { RequiredMaterial } from '../../domain/catalogue/service-guide.ts'
import {
  checkMaterials,
  type MaterialCheck,
  type PagesSoFar,
} from '../../domain/drafts/check-materials.ts'
import type { DraftChange } from '../../domain/drafts/draft-changes.ts'
import { checkApplicant, resolveApplicant } from '../../domain/drafts/resolve-applicant.ts'
import { checkAnswers } from '../../domain/form/check-answers.ts'
import type { FieldFault, FilledForm } from '../../domain/form/form-definition.ts'
import type { Mandate } from '../../domain/mandate/mandate.ts'
import { MANDATE_REFUSAL_SENTENCE } from '../../domain/mandate/mandate-words.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { StoredUpload } from '../../domain/upload/stored-upload.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { DraftContext } from './draft-context.ts'
import type { DraftRow } from './draft-row.ts'
import { mutable } from './draft-view.ts'
import { changesOf, inForceNow } from './in-force.ts'

const OPEN_STATUSES = [
  'received',
  'awaiting-correction',
  'accepted',
  'in-review',
  'granted',
  'certified',
  'lettered',
  'sealed',
]

export type CheckedDraft = {
  readonly today: LocalDate
  readonly applicant: Applicant
  readonly mandate: Mandate | null
  /** Why the mandate does not carry it; empty: it does, or none is needed. */
  readonly mandateSentence: string
  readonly faults: readonly FieldFault[]
  readonly form: FilledForm | null
  readonly wanted: readonly RequiredMaterial[]
  readonly materials: readonly MaterialCheck[]
  readonly pages: readonly StoredUpload[]
  readonly changes: readonly DraftChange[]
}

/** Everything that submitting asks, looked at now. `actor` null: nobody signed in, or a clerk reads. */
export async function checkDraft(
  context: DraftContext,
  draft: DraftRow,
  actor: Actor | null,
): Promise<CheckedDraft> {
  const { regionCode, clock, uploads, mandates } = context
  const { content } = draft
  const today = localDateOf(clock(regionCode))
  const pages = await uploads.pagesOf(regionCode, draft.draftId)
  const mandate =
    content.mandateId === null ? null : await mandates.find(regionCode, content.mandateId)
  const applicant = resolveApplicant(content.applicant, actor, mandate)
  const now = inForceNow(context, draft.itemId)
  const form = now?.form ?? null
  const asked = Object.keys(form?.schema.properties ?? {})
  const answers = Object.fromEntries(
    Object.entries(content.answers).filter(([element]) => asked.includes(element)),
  )
  const wanted = now?.guide ? materialsFor(now.guide, content.situation) : []
  return {
    today,
    applicant,
    mandate,
    mandateSentence: sentenceOf(context, draft, mandate, actor, today),
    faults: form === null ? [] : checkAnswers(form, answers, content.situation, today),
    form: form === null ? null : { formId: form.formId, version: form.version, answers },
    wanted,
    materials: checkMaterials(wanted, content.materials, countPages(pages)),
    pages,
    changes: now === undefined ? [] : changesOf(context, draft, now),
  }
}

function sentenceOf(
  { mandates }: DraftContext,
  { content, itemId }: DraftRow,
  mandate: Mandate | null,
  actor: Actor | null,
  on: LocalDate,
): string {
  if (content.mandateId === null) return ''
  if (mandate === null) return '这份授权已不存在，请重新选择授权，或者由申请人本人办理。'
  if (actor === null) return ''
  const applicantIdentity = mandate.principal.identity
  const answer = mandates.ask(mandate, { actor, applicantIdentity, itemId, on, act: 'apply' })
  return answer.ok ? '' : MANDATE_REFUSAL_SENTENCE[answer.why]
}

function countPages(pages: readonly StoredUpload[]): Record<number, PagesSoFar> {
  const counted: Record<number, PagesSoFar> = {}
  for (const { material, state } of pages) {
    const { complete, receiving } = counted[material] ?? { complete: 0, receiving: 0 }
    counted[material] =
      state === 'receiving'
        ? { complete, receiving: receiving + 1 }
        : { complete: complete + 1, receiving }
  }
  return counted
}

/** As the page before the button shows it. */
export async function checkView(
  context: DraftContext,
  draft: DraftRow,
  actor: Actor | null,
): Promise<DraftCheck> {
  const checked = await checkDraft(context, draft, actor)
  const applicantFaults = checkApplicant(checked.applicant, checked.today)
  const missing = checked.materials.filter(({ state }) => state === 'missing')
  return {
    isReady:
      checked.faults.length === 0 &&
      applicantFaults.length === 0 &&
      missing.length === 0 &&
      checked.changes.length === 0 &&
      checked.mandateSentence === '',
    faults: checked.faults.map((fault) => ({ ...fault })),
    applicantFaults: applicantFaults.map((fault) => ({ ...fault })),
    materials: checked.materials.map((material) => ({ ...material })),
    mandate:
      draft.content.mandateId === null
        ? null
        : { valid: checked.mandateSentence === '', message: checked.mandateSentence },
    inFlight: actor === null ? [] : await inFlight(context, draft, checked.applicant),
    changes: checked.changes.map(mutable),
  }
}

/** The same person's open applications of this item: told, and no obstacle (Art 29 knows no such limit). */
async function inFlight(
  { procedure, regionCode }: DraftContext,
  { itemId }: DraftRow,
  applicant: Applicant,
): Promise<DraftCheck['inFlight']> {
  const all = await procedure.ofPerson(regionCode, identityOf(applicant))
  return all
    .filter(
      ({ application }) =>
        application.itemId === itemId && OPEN_STATUSES.includes(application.status),
    )
    .map(({ applicationId, number, application }) => ({
      applicationId,
      number,
      receivedOn: application.receivedOn,
    }))
}
