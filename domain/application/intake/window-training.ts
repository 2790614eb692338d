import type { ApplicationFacts, Situation } from '../facts.ts'
import type { LodgedApplication } from '../application.ts'
import type { Violation } from '../violations.ts'

/** An open post, etiquette by the Service Centre, and the department's own course (seed notice, part three (1) 4). */
export function isTrainedFor(
  departmentId: string,
  { postOpen, training }: ApplicationFacts['standing'],
): boolean {
  return postOpen && training.includes('etiquette') && training.includes(departmentId)
}

export function refuseUntrained(
  application: LodgedApplication,
  { facts }: Situation,
): Violation | null {
  return isTrainedFor(application.departmentId, facts.standing)
    ? null
    : { code: 'not-trained-for-item' }
}
