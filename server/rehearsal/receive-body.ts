import { uuidv7 } from 'uuidv7'
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
  return {
    commandId: uuidv7(),
    applicationId,
    itemId: getRehearsalItem(fields.item).itemId,
    applicant: madeUpApplicant(fields.applicant),
    channel: fields.channel ?? usualChannelOf(as),
    materials: Object.fromEntries([
      ...missing.map((number) => [String(number), 'missing']),
      ...defective.map((number) => [String(number), 'defective']),
    ]),
    insist: fields.insist ?? false,
    renews,
  }
}

function usualChannelOf(as: CastName): string {
  if (as === 'citizen' || as === 'citizen.other') return 'portal'
  return as === 'centre.agent' ? 'agent' : 'window'
}
