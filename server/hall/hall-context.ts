import type { ContactKind } from '../../domain/application/application.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HttpContext } from '../http/http-context.ts'
import type { HallStore } from './hall-store.ts'
import type { HallFeedHub } from './hall-hub.ts'

export type ContactRating = {
  readonly applicationId: string
  readonly commandId: string
  readonly contact: ContactKind
  readonly grade: 1 | 2 | 3 | 4 | 5
  readonly origin: string
}

/** What the hall's routes are given; compose-hall.ts puts it together. */
export type HallContext = {
  readonly http: HttpContext
  readonly reference: ReferenceData
  readonly store: HallStore
  readonly hub: HallFeedHub
  /** A ticket was given, a moment ago. */
  readonly onTaken?: (regionCode: number, ticket: Ticket) => void
  /** False: the application did not take it. Gives the rating to the application as its applicant, by the rules of domain/application/supervision/ratings. */
  readonly rateContact: (regionCode: number, rating: ContactRating) => Promise<boolean>
}

export const nowOf = ({ http }: Pick<HallContext, 'http'>, regionCode: number): number =>
  Date.parse(http.clock(regionCode))

export const departmentsOf =
  ({ reference }: Pick<HallContext, 'reference'>) =>
  (itemId: string): string | undefined =>
    reference.findItem(itemId)?.departmentId
