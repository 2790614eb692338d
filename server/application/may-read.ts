import { identityOf } from '../../domain/application/applicant.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { ApplicationContext } from './application-context.ts'
import { askedOnLodged } from './mandate-for.ts'

/**
 * Applicants see their own, and who lodged it for them as long as the mandate holds; every post of the region sees the
 * procedure. Administrators see no applications.
 */
export async function mayRead(
  { mandates, clock }: Pick<ApplicationContext, 'mandates' | 'clock'>,
  regionCode: number,
  actor: Actor,
  application: LodgedApplication,
): Promise<boolean> {
  if (actor.role !== 'applicant') return actor.body !== 'administration'
  if (actor.identity === identityOf(application.applicant)) return true
  if (mandates === undefined || application.onBehalf?.identity !== actor.identity) return false
  const asked = askedOnLodged(application, actor, clock(regionCode), 'read')
  const held = asked === null ? null : await mandates(regionCode, asked)
  return held !== null && held.refusal === null
}
