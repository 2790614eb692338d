import type { SealRoute } from '../application/application.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import type { ServiceItem } from '../catalogue/service-item.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { OrganisationId } from '../shared/ids.ts'

export type NoticeOrganisation = {
  /** 阿坝州文体旅游局, as it stands in a red head. */
  readonly name: string
  /** 阿文旅 */
  readonly documentPrefix: string
  readonly phone: string | null
  readonly address: string | null
}

/** What the text of a notice needs besides the application itself. */
export type NoticeContext = {
  readonly item: ServiceItem
  /** The application's own version. */
  readonly guide: ServiceGuide
  readonly calendar: WorkingCalendar
  readonly organisationOf: (id: OrganisationId) => NoticeOrganisation
  readonly sealRoute: SealRoute
  readonly portalUrl: string
}
