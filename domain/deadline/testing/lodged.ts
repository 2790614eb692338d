import type { LodgedApplication, Lodged } from '../../application/application.ts'
import type { ServiceGuide } from '../../catalogue/service-item.ts'
import type { LocalDate, ServiceItemId } from '../../shared/ids.ts'

export const date = (text: string): LocalDate => text as LocalDate

export const GUIDE: ServiceGuide = {
  itemId: 'aba-42' as ServiceItemId,
  version: 1,
  effectiveOn: date('2026-01-01'),
  confirmation: 'baseline',
  legalBasis: [],
  conditions: [],
  materials: [],
  kind: 'committed',
  statutoryDays: 20,
  committedDays: 10,
  stepLimits: { review: 5, decision: 3, certificate: 3, seal: 1 },
  fee: null,
  correctionLimitDays: null,
  validityYears: null,
  renewable: false,
  certificateName: '批准文件',
  notes: [],
}

// The clocks read nothing else of an application.
const LODGED = {
  renewal: null,
  correctedOn: null,
  acceptance: null,
  pauses: [] as Lodged['pauses'],
  extension: null,
  decision: null,
  issuance: null,
  delivery: null,
  step: null,
} satisfies Partial<Lodged> as Partial<Lodged> as Lodged

export function received(on: string, over: Partial<Lodged> = {}): LodgedApplication {
  return { ...LODGED, receivedOn: date(on), ...over, status: 'received' }
}

/** Accepted and in review since that day. */
export function accepted(on: string, over: Partial<Lodged> = {}): LodgedApplication {
  return {
    ...LODGED,
    receivedOn: date(on),
    step: { name: 'review', enteredOn: date(on) },
    ...over,
    acceptance: { on: date(on), recordedOn: date(on), deemed: false, ...over.acceptance },
    status: 'in-review',
  }
}

export function hearing(begunOn: string, endedOn: string | null): Lodged['pauses'][number] {
  return {
    kind: 'hearing',
    begunOn: date(begunOn),
    estimatedDays: 20,
    endedOn: endedOn === null ? null : date(endedOn),
  }
}
