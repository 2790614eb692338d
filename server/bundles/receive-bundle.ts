import type { z } from 'zod'
import type { receiveBundle as operation } from '../../contract/bundles.ts'
import { identityOf } from '../../domain/application/applicant.ts'
import { planBundle } from '../../domain/bundle/plan-bundle.ts'
import type { Bundle } from '../../domain/catalogue/bundle.ts'
import type { FormAnswers, FormDefinition } from '../../domain/form/form-definition.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { partsOf } from './bundle-view.ts'
import type { BundlesContext, PartReceipt } from './bundles-context.ts'

// Sent again it is the same case; what it holds was said the first time.
const ADD = `
  insert into bundle_case (region_code, bundle_case_id, bundle_id, account_id, applicant_identity, created_at, choices, applications)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (region_code, bundle_case_id) do nothing`

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
  session: Session,
  origin: string,
  bundle: Bundle,
  body: Body,
): Promise<Received> {
  const parts = partsToReceive(context, bundle, body)
  if ('ok' in parts) return parts
  for (const part of parts) {
    const violation = await context.judge(session, origin, part)
    if (violation !== null) return { ok: false, violation }
  }
  const { http } = context
  const applications = parts.map(({ itemId, applicationId }) => ({ itemId, applicationId }))
  await http.db.query(ADD, [
    session.regionCode,
    body.bundleCaseId,
    bundle.bundleId,
    session.actor.accountId,
    identityOf(body.applicant),
    http.clock(session.regionCode),
    JSON.stringify(body.choices),
    JSON.stringify(applications),
  ])
  const received: Reply['applications'] = []
  for (const part of parts) {
    const answer = await context.receive(session, origin, part)
    if ('violation' in answer) return { ok: false, violation: answer.violation }
    const { itemId, applicationId } = part
    received.push({ itemId, applicationId, number: answer.number })
  }
  return { ok: true, value: { bundleCaseId: body.bundleCaseId, applications: received } }
}

function partsToReceive(
  context: BundlesContext,
  bundle: Bundle,
  body: Body,
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
        applicant: body.applicant,
        channel: body.channel,
        mandateId: body.mandateId,
        situation: { ...part.situation, ...plan.situations[itemId] },
        materials: part.materials,
        form: form === undefined ? null : filled(form, part.formVersion, body.answers),
        bundle: { bundleId: bundle.bundleId, bundleCaseId: body.bundleCaseId },
      },
    ]
  })
}

/** The answers that this part's own form asks for. */
function filled(form: FormDefinition, version: number | null, answers: FormAnswers) {
  const own = Object.entries(answers).filter(([element]) =>
    Object.hasOwn(form.schema.properties, element),
  )
  return { formId: form.formId, version: version ?? form.version, answers: Object.fromEntries(own) }
}
