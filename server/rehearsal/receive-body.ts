import type { CastName } from './cast.ts'
import { madeUpApplicant } from './made-up-applicants.ts'
import { getRehearsalItem } from './rehearsal-catalogue.ts'
import type { ReceiveFields } from './step-commands.ts'

export type Receipt = {
  readonly fields: ReceiveFields
  readonly as: CastName
  readonly applicationId: string
  readonly renews: string | null
}

/** The body of a receipt. Whoever is no clerk comes through their own channel unless the scenario says which. */
export function receiveBody({ fields, as, applicationId, renews }: Receipt) {
  const { missing = [], defective = [] } = fields.materials ?? {}
  const materials: Record<string, 'missing' | 'defective'> = {}
  for (const number of missing) materials[String(number)] = 'missing'
  for (const number of defective) materials[String(number)] = 'defective'
  return {
    applicationId,
    itemId: getRehearsalItem(fields.item).itemId,
    applicant: madeUpApplicant(fields.applicant),
    channel: fields.channel ?? usualChannelOf(as),
    materials,
    insist: fields.insist ?? false,
    renews,
  }
}

function usualChannelOf(as: CastName): string {
  if (as === 'citizen' || as === 'citizen.other') return 'portal'
  return as === 'centre.agent' ? 'agent' : 'window'
}
