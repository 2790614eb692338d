import { checkCreditCode } from '../../identifiers/credit-code.ts'
import { checkIdCard } from '../../identifiers/id-card.ts'
import { daysBetween } from '../../shared/local-date.ts'
import { forbidden, happened } from '../../shared/outcome.ts'
import type { Decision } from '../act.ts'
import { identityOf } from '../applicant.ts'
import type { Applicant } from '../applicant.ts'
import type { Renewal } from '../application.ts'
import type { ReceiveApplication } from '../commands.ts'
import type { ApplicationReceived } from '../events.ts'
import type { HeldMandate, Situation } from '../facts.ts'
import { refusalToReceive } from '../permissions.ts'
import type { Violation } from '../violations.ts'
import { filledIn, refusalOfFilling } from './filled-in.ts'
import { refusalOfInsistence, refusalOfItem } from './offered-item.ts'
import { isTrainedFor } from './window-training.ts'

/** Calendar days before expiry within which a renewal is no longer protected, Art 50. */
const RENEWAL_LEAD_DAYS = 30

/** Receipt (收件): Art 29 and 32. The acceptance clock starts the same day, whatever the hour. */
export function receiveApplication(command: ReceiveApplication, situation: Situation): Decision {
  const violation = refusalOf(command, situation)
  if (violation !== null) return forbidden(violation)
  const { item, guide } = situation.facts
  if (guide === null) return forbidden({ code: 'guide-not-published' })
  const refused = refusalOfFilling(command, guide, situation)
  if (refused !== null) return forbidden(refused)
  const renewal = renewalOf(command, situation)
  if (renewal !== null && 'code' in renewal) return forbidden(renewal)
  return happened({
    type: 'ApplicationReceived',
    by: command.by,
    at: command.at,
    itemId: item.itemId,
    guideVersion: guide.version,
    departmentId: item.departmentId,
    partnerIds: item.partnerIds,
    applicant: canonical(command.applicant),
    channel: command.channel,
    insisted: command.insist,
    renewal,
    ...filledIn(command, guide, situation.facts.form),
    ...onBehalf(command, situation.facts.mandate),
    ...(command.bundle ? { bundle: command.bundle } : {}),
    ...identityEntry(command),
  })
}

/** Who acts for somebody else is named in the trail, and by which mandate. */
function onBehalf(
  { by, applicant }: ReceiveApplication,
  mandate: HeldMandate | null,
): Pick<ApplicationReceived, 'onBehalf'> {
  if (mandate === null || by.identity === undefined) return {}
  if (by.identity === identityOf(canonical(applicant))) return {}
  const { mandateId } = mandate
  return { onBehalf: { mandateId, identity: by.identity, name: by.name } }
}

/** Whoever applies for themself may say what they like of their own card: of the public only a signature counts. */
function identityEntry({
  by,
  identityEntry: entry,
}: ReceiveApplication): Pick<ApplicationReceived, 'identityEntry'> {
  if (!entry || (by.body === 'public' && entry !== 'reader-signed')) return {}
  return { identityEntry: entry }
}

function refusalOf(command: ReceiveApplication, situation: Situation): Violation | null {
  const { by, facts } = situation
  const identity = identityOf(canonical(command.applicant))
  const person = refusalToReceive(by, command.channel, identity, facts.mandate)
  if (person !== null) return person
  if (by.role === 'window-clerk' && !isTrainedFor(facts.item.departmentId, facts.standing))
    return { code: 'not-trained-for-item' }
  return (
    refusalOfItem(facts.item) ??
    (facts.guide === null ? { code: 'guide-not-published' } : null) ??
    refusalOfInsistence(command, facts.item) ??
    refusalOfIdentity(command.applicant, situation)
  )
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
