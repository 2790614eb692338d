import type { Application } from '../../domain/application/application.ts'
import { identityOf } from '../../domain/application/applicant.ts'
import type {
  ApplicationFacts,
  HeldMandate,
  RenewedCertificate,
} from '../../domain/application/facts.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { LockerCollection } from '../../domain/application/issuance/locker-collection.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { ApplicationId, Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { sm3Hex } from '../event-log/chain.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { Commander, FormCatalogue } from './application-context.ts'
import type { LoadedApplication } from './load-application.ts'

export type FactsSource = {
  readonly forms?: FormCatalogue | undefined
  readonly mandate?: HeldMandate | null
  readonly awaitedResults?: ApplicationFacts['awaitedResults']
  readonly reference: ReferenceData
  readonly loaded: LoadedApplication
  /** The item asked for when the application is not lodged yet. */
  readonly itemId: string
  readonly renews: string | null
  readonly lockerCollection?: LockerCollection | undefined
  readonly standing: Commander['standing']
  readonly now: Instant
}

/** What the rules may know, from memory and from what was loaded. */
export function factsOf({
  reference,
  forms,
  mandate = null,
  awaitedResults = [],
  lockerCollection,
  loaded,
  itemId,
  renews,
  standing,
  now,
}: FactsSource): ApplicationFacts {
  const { application } = loaded
  const lodged = application.status !== 'not-lodged'
  const guide = lodged
    ? reference.getGuide(application.itemId, application.guideVersion)
    : (reference.findGuideInForce(itemId, localDateOf(now)) ?? null)
  return {
    item: reference.getItem(lodged ? application.itemId : itemId),
    guide,
    calendar: reference.calendar,
    confirmedSealMode: loaded.confirmedSealMode,
    applicationNumber: loaded.number,
    renewed:
      renews === null || loaded.renewed === null
        ? null
        : renewedCertificate(renews, loaded.renewed),
    form: formOf(guide, forms),
    mandate,
    awaitedResults,
    ...(lockerCollection === undefined ? {} : { lockerCollection }),
    standing,
    departmentName: (id) => reference.getOrganisation(id).shortName,
    sm3: sm3Hex,
  }
}

function renewedCertificate(
  applicationId: string,
  application: Application,
): RenewedCertificate | null {
  if (application.status === 'not-lodged' || application.certificate === null) return null
  const { itemId, applicant, certificate, revocation } = application
  return {
    applicationId: applicationId as ApplicationId,
    itemId,
    holder: identityOf(applicant),
    validUntil: certificate.validUntil,
    // The licence exists from the decision; the seal makes the paper.
    inForce: revocation === null,
  }
}

function formOf(
  guide: ServiceGuide | null,
  forms: FormCatalogue | undefined,
): FormDefinition | null {
  const formId = guide?.formId ?? null
  return formId === null ? null : (forms?.findInForce(formId) ?? null)
}
