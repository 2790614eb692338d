import { identityOf } from '../../domain/application/applicant.ts'
import type { Application } from '../../domain/application/application.ts'
import type { ApplicationCommand } from '../../domain/application/commands.ts'
import type { HeldMandate } from '../../domain/application/facts.ts'
import type { MandateAct } from '../../domain/mandate/mandate.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { ApplicationContext, MandateQuestion } from './application-context.ts'

/** What of a mandate an act needs; whatever is not named needs the right to look. */
const ACT_OF: Partial<Record<ApplicationCommand['type'], MandateAct>> = {
  AttachMaterial: 'correct',
  SupplyCorrection: 'correct',
  SupplyTolerated: 'correct',
  WithdrawApplication: 'withdraw',
  GoOnAlone: 'correct',
}

type Acting = { readonly regionCode: number; readonly command: ApplicationCommand }

/** By what somebody acts on another's application; asked only of a citizen who says so, or once lodged it so. */
export async function mandateFor(
  { mandates }: Pick<ApplicationContext, 'mandates'>,
  { regionCode, command }: Acting,
  { application }: { readonly application: Application },
): Promise<HeldMandate | null> {
  if (mandates === undefined || command.by.role !== 'applicant') return null
  const asked =
    command.type === 'ReceiveApplication'
      ? askedOnReceipt(command)
      : askedOnLodged(application, command.by, command.at, ACT_OF[command.type] ?? 'read')
  return asked === null ? null : await mandates(regionCode, asked)
}

/** The mandate under which this person may go on with, or look at, an application that somebody else is the applicant of. */
export function askedOnLodged(
  application: Application,
  actor: Actor,
  at: Instant,
  act: MandateAct,
): MandateQuestion | null {
  if (application.status === 'not-lodged' || application.onBehalf === undefined) return null
  const applicantIdentity = identityOf(application.applicant)
  if (actor.identity === applicantIdentity) return null
  const { itemId, onBehalf } = application
  return {
    mandateId: onBehalf.mandateId,
    actor,
    applicantIdentity,
    itemId,
    on: localDateOf(at),
    act,
  }
}

function askedOnReceipt({
  mandateId,
  by,
  applicant,
  itemId,
  at,
}: Extract<ApplicationCommand, { type: 'ReceiveApplication' }>): MandateQuestion | null {
  if (mandateId === undefined || mandateId === null) return null
  const applicantIdentity = identityOf(applicant)
  return { mandateId, actor: by, applicantIdentity, itemId, on: localDateOf(at), act: 'apply' }
}
