import type { RequiredMaterial } from '../../catalogue/service-guide.ts'
import type { ServiceItem } from '../../catalogue/service-item.ts'
import { holds, type Situation as SituationAnswers } from '../../catalogue/situation.ts'
import { checkAnswers } from '../../form/check-answers.ts'
import type { FilledForm, FormDefinition } from '../../form/form-definition.ts'
import { visibleAnswers } from '../../form/visible-answers.ts'
import { checkCreditCode } from '../../identifiers/credit-code.ts'
import { checkIdCard } from '../../identifiers/id-card.ts'
import { daysBetween } from '../../shared/local-date.ts'
import { forbidden, happened } from '../../shared/outcome.ts'
import type { Decision } from '../act.ts'
import { identityOf } from '../applicant.ts'
import type { Applicant } from '../applicant.ts'
import type { Renewal } from '../application.ts'
import type { ReceiveApplication } from '../commands.ts'
import type { Situation } from '../facts.ts'
import { CITIZENS_CHANNELS, refusalToReceive } from '../permissions.ts'
import type { Violation } from '../violations.ts'
import { refusalOfSituation } from './situation-answers.ts'
import { isTrainedFor } from './window-training.ts'

/** Calendar days before expiry within which a renewal is no longer protected, Art 50. */
const RENEWAL_LEAD_DAYS = 30
const NO_SUCH_FORM = { element: 'form', message: '本事项没有电子表单，请按材料清单提交。' }
const NOT_FILLED_IN = { element: 'form', message: '请先填写本事项的表单。' }

/** Receipt (收件): Art 29 and 32. The acceptance clock starts the same day, whatever the hour. */
export function receiveApplication(command: ReceiveApplication, situation: Situation): Decision {
  const violation = refusalOf(command, situation)
  if (violation !== null) return forbidden(violation)
  const { item, guide, form, mandate } = situation.facts
  if (guide === null) return forbidden({ code: 'guide-not-published' })
  const answers = command.situation ?? {}
  const needed = guide.materials.filter(({ when }) => holds(when, answers))
  const refused =
    refusalOfSituation(guide, answers, !CITIZENS_CHANNELS.includes(command.channel)) ??
    refusalOfMaterials(command, needed) ??
    refusalOfForm(command, situation)
  if (refused !== null) return forbidden(refused)
  const renewal = renewalOf(command, situation)
  if (renewal !== null && 'code' in renewal) return forbidden(renewal)
  const { by } = command
  return happened({
    type: 'ApplicationReceived',
    by,
    at: command.at,
    itemId: item.itemId,
    guideVersion: guide.version,
    departmentId: item.departmentId,
    partnerIds: item.partnerIds,
    applicant: canonical(command.applicant),
    channel: command.channel,
    materials: Object.fromEntries(
      needed.map(({ number }) => [number, command.materials[number] ?? 'held']),
    ),
    insisted: command.insist,
    renewal,
    ...(guide.questions.length === 0 ? {} : { situation: answers }),
    ...(command.form && form ? { form: kept(command.form, form, answers) } : {}),
    ...(mandate === null
      ? {}
      : {
          onBehalf: { mandateId: mandate.mandateId, identity: by.identity ?? '', name: by.name },
        }),
    ...(command.bundle ? { bundle: command.bundle } : {}),
  })
}

/** Answers to fields that this situation does not show are not kept. */
function kept(filled: FilledForm, form: FormDefinition, answers: SituationAnswers): FilledForm {
  return { ...filled, answers: visibleAnswers(form, filled.answers, answers) }
}

/** Materials by the guide's numbers, and a commitment only where the guide lets one stand for the paper (告知承诺). */
function refusalOfMaterials(
  { materials }: ReceiveApplication,
  needed: readonly RequiredMaterial[],
): Violation | null {
  for (const [key, state] of Object.entries(materials)) {
    const material = needed.find(({ number }) => number === Number(key))
    if (material === undefined) return { code: 'unknown-material', material: Number(key) }
    if (state === 'promised' && !material.commitment)
      return { code: 'commitment-not-allowed', material: material.number }
  }
  return null
}

/** Online the form is filled in; on paper it may come as a material. What is filled in is checked alike everywhere. */
function refusalOfForm(
  { form: filled, channel, situation }: ReceiveApplication,
  { facts: { form }, today }: Situation,
): Violation | null {
  if (form === null) return filled ? { code: 'form-invalid', faults: [NO_SUCH_FORM] } : null
  if (!filled)
    return CITIZENS_CHANNELS.includes(channel)
      ? { code: 'form-invalid', faults: [NOT_FILLED_IN] }
      : null
  if (filled.formId !== form.formId || filled.version !== form.version)
    return { code: 'form-version-changed', version: form.version }
  const faults = checkAnswers(form, filled.answers, situation ?? {}, today)
  return faults.length > 0 ? { code: 'form-invalid', faults } : null
}

function refusalOf(command: ReceiveApplication, situation: Situation): Violation | null {
  const { by, facts } = situation
  const identity = identityOf(canonical(command.applicant))
  const person = refusalToReceive(by, command.channel, identity, facts.mandate)
  if (person !== null) return person
  if (by.role === 'window-clerk' && !isTrainedFor(facts.item.departmentId, facts.standing))
    return { code: 'not-trained-for-item' }
  if (facts.item.status === 'devolved')
    return { code: 'item-devolved', handledBy: facts.item.handledBy ?? '所在县（市）主管部门' }
  const gone = refusalOfItem(facts.item)
  if (gone !== null) return gone
  if (facts.guide === null) return { code: 'guide-not-published' }
  if (facts.item.status === 'suspended') {
    const atTheWindow = command.channel !== 'portal' && command.channel !== 'kiosk'
    if (!atTheWindow || !command.insist) return { code: 'item-suspended', atTheWindow }
  }
  return refusalOfIdentity(command.applicant, situation)
}

/** What left the list is not received; who asks is told where to go instead. */
function refusalOfItem({ status, handledBy }: ServiceItem): Violation | null {
  const elsewhere = handledBy === null ? '' : `，请到${handledBy}办理`
  const notOffered = (why: string): Violation => ({ code: 'item-not-offered', why })
  switch (status) {
    case 'draft':
      return notOffered('本事项尚未列入事项清单，不能收件。')
    case 'cancelled':
      return notOffered('本事项已依法取消，不再需要申请许可。')
    case 'merged':
      return notOffered(`本事项已并入其他事项${elsewhere}。`)
    case 'converted-to-filing':
      return notOffered(`本事项已改为备案${elsewhere}。`)
    case 'active':
    case 'suspended':
    case 'devolved':
      return null
  }
}

function refusalOfIdentity(applicant: Applicant, { today }: Situation): Violation | null {
  if (applicant.identityType === 'id-card') {
    const checked = checkIdCard(applicant.identityNumber, today)
    if (!checked.ok) return { code: 'invalid-id-number', why: checked.sentence }
  }
  if (applicant.identityType === 'credit-code') {
    const checked = checkCreditCode(applicant.identityNumber)
    if (!checked.ok) return { code: 'invalid-credit-code', why: checked.sentence }
  }
  return null
}

/** Lower-case x and stray spaces are the same number. */
function canonical(applicant: Applicant): Applicant {
  return {
    ...applicant,
    name: applicant.name.trim(),
    identityNumber: applicant.identityNumber.replace(/\s/g, '').toUpperCase(),
  }
}

/** Renewal, Art 50: protected when applied for at least 30 calendar days before expiry. */
function renewalOf(
  command: ReceiveApplication,
  { facts, today }: Situation,
): Renewal | Violation | null {
  if (command.renews === null) return null
  const { renewed, guide } = facts
  const refuse = (why: string): Violation => ({ code: 'renewal-not-possible', why })
  if (guide?.renewable !== true) return refuse('本事项的许可不设延续，请按新申请办理。')
  if (renewed === null || renewed.itemId !== facts.item.itemId)
    return refuse('没有找到要延续的证照，请核对原办件编号。')
  if (renewed.holder !== identityOf(canonical(command.applicant)))
    return refuse('要延续的证照不属于该申请人，请核对。')
  if (!renewed.inForce || renewed.validUntil === null)
    return refuse('原证照不在有效状态，或者没有有效期，无需延续。')
  if (renewed.validUntil < today) return refuse('原证照已经到期失效，请按新申请办理。')
  return {
    certificateOf: renewed.applicationId,
    expiresOn: renewed.validUntil,
    protected: daysBetween(today, renewed.validUntil) >= RENEWAL_LEAD_DAYS,
  }
}
