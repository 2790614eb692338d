import type { AwaitedResult } from '../bundle/awaited-result.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import type { ServiceItem } from '../catalogue/service-item.ts'
import type { FormDefinition } from '../form/form-definition.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { Actor } from '../shared/actor.ts'
import type { ApplicationId, Instant, LocalDate, ServiceItemId } from '../shared/ids.ts'
import type { SealRoute } from './application.ts'
import type { LockerCollection } from './issuance/locker-collection.ts'

/** The certificate an application wants to renew, as it stands. */
export type RenewedCertificate = {
  readonly applicationId: ApplicationId
  readonly itemId: ServiceItemId
  readonly holder: string
  readonly validUntil: LocalDate | null
  readonly inForce: boolean
}

/** A mandate (委托、监护、经办) of the applicant that the actor holds, as the rules of domain/mandate found it this moment. */
export type HeldMandate = {
  readonly mandateId: string
  readonly principalIdentity: string
  /** Null: it allows this. Else why not, for the person. */
  readonly refusal: string | null
}

/** What the rules may know besides the application itself; loaded before deciding. */
export type ApplicationFacts = {
  readonly item: ServiceItem
  /** The guide of the application's own version; on receipt the one in force, null when none is published. */
  readonly guide: ServiceGuide | null
  readonly calendar: WorkingCalendar
  /** What two people of the Bureau recorded for a × item. */
  readonly confirmedSealMode: SealRoute | null
  /** 513200-20260302-000001; empty before receipt. */
  readonly applicationNumber: string
  readonly renewed: RenewedCertificate | null
  /** The form in force of the guide; null where it has none. */
  readonly form: FormDefinition | null
  /** What the actor does it by, when not for themself. */
  readonly mandate: HeldMandate | null
  /** Parts of the same bundle whose grant this one waits for and does not have; loaded for what turns on them. */
  readonly awaitedResults: readonly AwaitedResult[]
  /** A locker opened for the applicant, who signed the receipt: what it tells; absent: none did. */
  readonly lockerCollection?: LockerCollection
  /** The actor's standing: an open post, and the courses passed (`etiquette`, department ids). */
  readonly standing: { readonly postOpen: boolean; readonly training: readonly string[] }
  readonly departmentName: (departmentId: string) => string
  /** SM3 in hex: the certificate's hash that the letter binds. */
  readonly sm3: (text: string) => string
}

/** Who acts, when, and what is known: the surroundings of every rule. */
export type Situation = {
  readonly by: Actor
  readonly at: Instant
  readonly today: LocalDate
  readonly facts: ApplicationFacts
}
