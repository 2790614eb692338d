import type { LodgedApplication, Lodged } from '../../application/application.ts'
import { baselineGuide } from '../../catalogue/baseline-guide.ts'
import type { ServiceGuide } from '../../catalogue/service-guide.ts'
import type { ServiceItem } from '../../catalogue/service-item.ts'
import type { LocalDate } from '../../shared/ids.ts'

export const date = (text: string): LocalDate => text as LocalDate

export const GUIDE: ServiceGuide = baselineGuide({
  itemId: 'aba-42',
  name: '营业性演出许可证核发',
  status: 'active',
  partnerIds: [],
} as unknown as ServiceItem)

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
