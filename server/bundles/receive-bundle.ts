import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { receiveBundle as operation } from '../../contract/bundles.ts'
import { type Applicant, identityOf } from '../../domain/application/applicant.ts'
import { planBundle } from '../../domain/bundle/plan-bundle.ts'
import type { Bundle } from '../../domain/catalogue/bundle.ts'
import type { FormAnswers, FormDefinition } from '../../domain/form/form-definition.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { loadBundleCase } from './bundle-case.ts'
import { partsOf } from './bundle-view.ts'
import type { BundlesContext, PartReceipt } from './bundles-context.ts'
import { type BundleDraftRow, removeBundleDraft } from './drafts/bundle-draft-row.ts'
import { bundleDraftByCode } from './drafts/bundle-slips.ts'

// Sent again it is the same case; what it holds was said the first time.
const ADD = `
  insert into bundle_case (region_code, bundle_case_id, bundle_id, account_id, applicant_identity, created_at, choices, applications)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (region_code, bundle_case_id) do nothing`

type By = { readonly session: Session; readonly request: FastifyRequest }
type Body = z.output<typeof operation.body>
type Reply = z.output<typeof operation.reply>
type Received =
  | { readonly ok: true; readonly value: Reply }
  | { readonly ok: false; readonly violation: AnyViolation }

/**
 * One intake for the whole thing: every part is judged before any is received, so that a fault in one leaves nothing
 * half-done; then each is received by the command of its own. Broken off in the middle, the same request goes on.
 */
export async function receiveBundle(
  context: BundlesContext,
  { session, request }: By,
  bundle: Bundle,
  body: Body,
): Promise<Received> {
  const origin = request.ip
  const draft = await draftReceived(context, { session, request }, bundle, body)
  if (draft !== null && 'ok' in draft) return draft
  const applicant = await context.applicantOf(session, body.applicant, body.mandateId)
  if ('violation' in applicant) return { ok: false, violation: applicant.violation }
  const parts = partsToReceive(context, bundle, body, applicant)
  if ('ok' in parts) return parts
  for (const part of parts) {
    const violation = await context.judge(session, origin, part)
    if (violation !== null) return { ok: false, violation }
  }
  const taken = await addCase(context, session, bundle, body, applicant)
  if (taken !== null) return taken

  const received: Reply['applications'] = []
  for (const part of parts) {
    const answer = await context.receive(session, origin, part)
    if ('violation' in answer) return { ok: false, violation: answer.violation }
    const { itemId, applicationId } = part
    received.push({ itemId, applicationId, ...answer })
  }
  if (draft !== null) await removeBundleDraft(context.http.db, session.regionCode, draft.draftId)
  return { ok: true, value: { bundleCaseId: body.bundleCaseId, applications: received } }
}

/** What was filled in at home and is received now. Received before by this very request, it is gone, and nothing is amiss. */
async function draftReceived(
  { http }: BundlesContext,
  { session, request }: By,
  { bundleId }: Bundle,
  { slipCode, bundleCaseId }: Body,
): Promise<BundleDraftRow | null | Extract<Received, { ok: false }>> {
  if (slipCode === undefined) return null
  if ((await loadBundleCase(http.db, session.regionCode, bundleCaseId)) !== undefined) return null
  const found = await bundleDraftByCode(http, { request, visitor: session }, slipCode)
  if (!found.ok) return found
  return found.value.bundleId === bundleId ? found.value : null
}

/** Null: the case is this one, now or from before. An id that holds other applications is somebody's else. */
async function addCase(
  { http }: BundlesContext,
  { regionCode, actor }: Session,
  { bundleId }: Bundle,
  body: Body,
  applicant: Applicant,
): Promise<Extract<Received, { ok: false }> | null> {
  const { bundleCaseId } = body
  const applications = body.parts.map(({ itemId, applicationId }) => ({ itemId, applicationId }))
  await http.db.query(ADD, [
    regionCode,
    bundleCaseId,
    bundleId,
    actor.accountId,
    identityOf(applicant),
    http.clock(regionCode),
    JSON.stringify(body.choices),
    JSON.stringify(applications),
  ])
  const row = await loadBundleCase(http.db, regionCode, bundleCaseId)
  const known = row?.applications.map(({ applicationId }) => applicationId) ?? []
  const isThis =
    row?.bundleId === bundleId &&
    row.accountId === actor.accountId &&
    known.length === applications.length &&
    applications.every(({ applicationId }) => known.includes(applicationId))
  return isThis
    ? null
    : refuse('command-id-reused', '这个“一件事”标识已经用过，请刷新页面后重新提交。')
}

function partsToReceive(
  context: BundlesContext,
  bundle: Bundle,
  body: Body,
  applicant: Applicant,
): readonly PartReceipt[] | Extract<Received, { ok: false }> {
  const plan = planBundle(bundle, body.choices)
  if (plan.open.length > 0)
    return refuse('bundle-incomplete', '请先回答这件事的全部问题，再提交。', {
      fields: plan.open.map((field) => ({ field: `choices.${field}`, message: '还没有回答' })),
    })
  const sent = body.parts.map(({ itemId }) => itemId)
  const isWhole =
    sent.length === plan.itemIds.length && plan.itemIds.every((itemId) => sent.includes(itemId))
  const today = localDateOf(context.http.clock(context.http.regionCode))
  const guides = partsOf(plan, context, today)
  if (!isWhole || guides === null)
    return refuse('bundle-incomplete', '这件事包含的事项有变化，请刷新页面后核对再提交。')
  return plan.itemIds.flatMap((itemId) => {
    const part = body.parts.find((one) => one.itemId === itemId)
    const form = guides.find(({ guide }) => guide.itemId === itemId)?.form
    if (part === undefined) return []
    return [
      {
        itemId,
        applicationId: part.applicationId,
        commandId: part.commandId,
        applicant,
        channel: body.channel,
        mandateId: body.mandateId,
        situation: { ...part.situation, ...plan.situations[itemId] },
        materials: part.materials,
        form:
          isOnPaper(part, body) || form === undefined
            ? null
            : filled(form, part.formVersion, body.answers),
        bundle: { bundleId: bundle.bundleId, bundleCaseId: body.bundleCaseId },
      },
    ]
  })
}

/** At the counter the forms may come on paper, as materials. */
function isOnPaper({ formVersion }: Body['parts'][number], { channel }: Body): boolean {
  return channel === 'window' && formVersion === null
}

/** The answers that this part's own form asks for. */
function filled(form: FormDefinition, version: number | null, answers: FormAnswers) {
  const own = Object.entries(answers).filter(([element]) =>
    Object.hasOwn(form.schema.properties, element),
  )
  return { formId: form.formId, version: version ?? form.version, answers: Object.fromEntries(own) }
}
