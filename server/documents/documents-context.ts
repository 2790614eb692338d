import type {
  Application,
  LodgedApplication,
  SealRoute,
} from '../../domain/application/application.ts'
import type { NoticeSigned } from '../../domain/application/events.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { Session } from '../http/session.ts'
import type { SealProvider } from '../sealing/seal-provider.ts'
import type { Renderer } from './render-document.ts'

/** An application as it stands, with what its papers need beside its state. */
export type ApplicationState = {
  readonly application: Application
  /** 513200-20260302-000001 */
  readonly number: string
  readonly confirmedSealMode: SealRoute | null
}

/** What the documents capability is given; main.ts composes it. */
export type DocumentsContext = {
  readonly db: Database
  readonly reference: ReferenceData
  readonly renderer: Renderer
  readonly seals: SealProvider
  /** Where the QR codes lead: https://yichuang.example, without a slash at its end. */
  readonly portalUrl: string
  readonly clock: (regionCode: number) => Instant
  /**
   * Writes the signed paper into the trail. May be called twice for one notice, after a crash or by two servers:
   * it must write once (with the notice's id as the command's id, record_command sees to that).
   */
  readonly appendRecord: (
    regionCode: number,
    applicationId: string,
    record: Omit<NoticeSigned, 'by' | 'at'>,
  ) => Promise<void>
  readonly loadState: (
    regionCode: number,
    applicationId: string,
  ) => Promise<ApplicationState | undefined>
  readonly mayRead: (session: Session, application: LodgedApplication) => Promise<boolean>
}

/** For signing and drafting: whatever does not answer a person. */
export type PaperContext = Pick<
  DocumentsContext,
  'db' | 'reference' | 'renderer' | 'seals' | 'portalUrl' | 'clock' | 'appendRecord' | 'loadState'
>
