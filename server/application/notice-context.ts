import type { LodgedApplication, SealRoute } from '../../domain/application/application.ts'
import type { ApplicationFacts } from '../../domain/application/facts.ts'
import type { NoticeContext } from '../../domain/notice/notice-context.ts'
import type { ApplicationContext } from './application-context.ts'

/** What the texts of notices may name, from the catalogue and from the application itself. */
export function noticeContext(
  { reference, portalUrl }: ApplicationContext,
  application: LodgedApplication,
  facts: ApplicationFacts,
  sealRoute: SealRoute,
): NoticeContext {
  if (facts.guide === null) throw new Error('The guide of a lodged application is always known')
  return {
    item: facts.item,
    guide: facts.guide,
    calendar: facts.calendar,
    organisationOf: (id) => reference.getOrganisation(id),
    sealRoute,
    portalUrl,
  }
}
