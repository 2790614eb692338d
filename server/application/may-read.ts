import { identityOf } from '../../domain/application/applicant.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { HeldMandate } from '../../domain/application/facts.ts'
import type { Actor, Role } from '../../domain/shared/actor.ts'
import type { ApplicationContext } from './application-context.ts'
import { askedOnLodged } from './mandate-for.ts'

const BESIDE_THE_PROCEDURE: readonly Role[] = [
  'catalogue-editor',
  'catalogue-confirmer',
  'hall-manager',
]

type Mandates = Pick<ApplicationContext, 'mandates' | 'clock'>

/**
 * Applicants see their own, and who lodged it for them as long as the mandate holds; every post of the procedure sees the
 * procedure. Administrators, who writes or confirms guides and who runs the hall see no applications.
 */
export async function mayRead(
  context: Mandates,
  regionCode: number,
  actor: Actor,
  application: LodgedApplication,
): Promise<boolean> {
  if (BESIDE_THE_PROCEDURE.includes(actor.role)) return false
  if (actor.role !== 'applicant') return actor.body !== 'administration'
  if (actor.identity === identityOf(application.applicant)) return true
  const held = await heldMandate(context, regionCode, actor, application)
  return held !== null && held.refusal === null
}

/** By what this person looks at an application that they lodged for somebody else; null: by none. */
export async function heldMandate(
  { mandates, clock }: Mandates,
  regionCode: number,
  actor: Actor,
  application: LodgedApplication,
): Promise<HeldMandate | null> {
  if (mandates === undefined || application.onBehalf?.identity !== actor.identity) return null
  const asked = askedOnLodged(application, actor, clock(regionCode), 'read')
  return asked === null ? null : await mandates(regionCode, asked)
}
