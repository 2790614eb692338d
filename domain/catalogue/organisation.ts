import type { Body } from '../shared/actor.ts'
import type { OrganisationId } from '../shared/ids.ts'

/** A centre body, a department or the government that a notice can name. */
export type Organisation = {
  readonly organisationId: OrganisationId
  readonly body: Exclude<Body, 'public' | 'administration' | 'law'>
  /** 阿坝州文体旅游局, as in a red head. */
  readonly name: string
  /** 州文体旅游局, as the annex prints it. */
  readonly shortName: string
  /** 机关代字 of its document numbers: 阿文旅. */
  readonly documentPrefix: string
  /** Made up and valid in form (GB 32100), for test certificates; the real code comes from the owner. */
  readonly testCreditCode: string
  /** Null until the owner confirms it. */
  readonly address: string | null
  readonly phone: string | null
}
