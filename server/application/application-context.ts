import type { WorklistName } from '../../contract/applications.ts'
import type { AwaitedResult } from '../../domain/bundle/awaited-result.ts'
import type { MandateAct } from '../../domain/mandate/mandate.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { HeldMandate } from '../../domain/application/facts.ts'
import type { DataElement } from '../../domain/form/data-element.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { Database } from '../database/connect.ts'
import type { ReaderKeys } from './identity-entry.ts'

/** Published forms, kept in memory. */
export type FormCatalogue = {
  readonly findInForce: (formId: string) => FormDefinition | undefined
  readonly findVersion: (formId: string, version: number) => FormDefinition | undefined
  /** The dictionary: it says which answers are personal. */
  readonly elements?: () => readonly DataElement[]
}

export type MandateQuestion = {
  readonly mandateId: string
  readonly actor: Actor
  /** `id-card:…` of whom it is about. */
  readonly applicantIdentity: string
  readonly itemId: string
  readonly on: LocalDate
  readonly act: MandateAct
}
/** What a mandate says this moment; null: there is none of that id. */
export type MandateSource = (
  regionCode: number,
  question: MandateQuestion,
) => Promise<HeldMandate | null>

/** The parts whose grant a part of a bundle waits for and does not have. */
export type AwaitedResults = (
  regionCode: number,
  application: LodgedApplication,
) => Promise<readonly AwaitedResult[]>

/** What the application capability needs; main.ts composes it. */
export type ApplicationContext = {
  readonly db: Database
  readonly reference: ReferenceData
  readonly clock: (regionCode: number) => Instant
  readonly portalUrl: string
  /** Absent: no item has a form (a rehearsal). */
  readonly forms?: FormCatalogue
  /** Absent: there are no bundles (a rehearsal). */
  readonly awaitedResults?: AwaitedResults
  /** Absent: everybody acts for themself (a rehearsal). */
  readonly mandates?: MandateSource
  /** Readers whose signature counts; absent: none. */
  readonly readerKeys?: ReaderKeys | undefined
  /** What waits in a list and is no application: bad grades of the counter. Absent: nothing. */
  readonly countBeside?: (regionCode: number, list: WorklistName) => Promise<number>
  /** Wakes the live feed and the reaction runner after a commit; nothing is lost when it is not heard. */
  readonly onCommit: (regionCode: number) => void
}

/** Who gives a command, from which terminal, and in what standing. */
export type Commander = {
  readonly actor: Actor
  readonly standing: { readonly postOpen: boolean; readonly training: readonly string[] }
  readonly origin: string
}
