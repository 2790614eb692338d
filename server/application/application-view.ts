import type { z } from 'zod'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { STATUS_NAME } from '../../domain/application/status-names.ts'
import type { Situation } from '../../domain/application/facts.ts'
import { possibleCommands } from '../../domain/application/possible-actions.ts'
import { refusalOf } from '../../domain/application/refusal.ts'
import { materialFacts } from '../../domain/catalogue/rendering/material-facts.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import { PROCEDURE_NAME } from '../../domain/deadline/clock-words.ts'
import { maskApplicant } from '../../domain/identifiers/mask.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { cardViews, opinionViews, ratingViews } from './internal-view.ts'
import { clocksView } from './clocks-view.ts'
import { formView, situationView } from './form-view.ts'
import { historyEntries, type HistoryRow } from './history-view.ts'
import { ledgerView } from './ledger-view.ts'
import type { Handling } from './material-check.ts'
import { promisesView } from './promises-view.ts'
import { sealView } from './seal-view.ts'

type View = z.input<typeof ApplicationView>

export type ViewSource = {
  readonly applicationId: string
  readonly number: string
  readonly version: number
  readonly application: LodgedApplication
  readonly situation: Situation
  readonly notices: View['notices']
  readonly history: readonly HistoryRow[]
  /** Files that are not simply shown. */
  readonly handling: ReadonlyMap<string, Handling>
  readonly reference: ReferenceData
  /** The form under which it was filled in. */
  readonly form: FormDefinition | undefined
  /** An answer that this person does not see. */
  readonly isHidden: (element: string) => boolean
  /** Whole identity only for who handles it. */
  readonly masked: boolean
  /** The telephone number too for who must call about a bad rating. */
  readonly callable: boolean
  /** What stays inside the government: opinions, cards. */
  readonly internal: boolean
}

/** Everything a screen shows of one application, for one person, today. */
export function applicationView(source: ViewSource): View {
  const { application, situation, reference, internal } = source
  const { today, facts } = situation
  const guide = reference.getGuide(application.itemId, application.guideVersion)
  const { status, channel, receivedAt, receivedOn, pauses, fee } = application
  const { extension, issuance, delivery, closure, revocation, renewal } = application
  const { onBehalf, bundle } = application
  return {
    applicationId: source.applicationId,
    number: source.number,
    version: source.version,
    status,
    statusName: STATUS_NAME[status],
    today,
    item: itemOf(source),
    guide: guideFacts(guide),
    applicant: applicantOf(source),
    channel,
    receivedAt,
    receivedOn,
    acceptedOn: application.acceptance?.on ?? null,
    deemed: application.acceptance?.deemed ?? false,
    ...clocksView(application, guide, situation),
    ledger: ledgerView(application, guide, facts.calendar, today),
    materials: materialViews(application, guide, source.handling),
    checks: application.checks,
    correction: correctionOf(application),
    pauses: pauses.map((pause) => ({ ...pause, kindName: PROCEDURE_NAME[pause.kind] })),
    extension,
    opinions: internal ? opinionViews(application, reference) : [],
    fee: { ...fee, settled: fee.exempt || fee.paid >= (guide.fee?.amount ?? 0) },
    decision: decisionOf(application),
    ...sealView(application, situation),
    issuance,
    delivery,
    closure,
    revocation,
    ...promisesView(application, guide, facts.calendar, today),
    situation: situationView(application, guide),
    form: formView(application, source.form, source.isHidden),
    onBehalf: onBehalf === undefined ? null : { name: onBehalf.name },
    bundle: bundle ?? null,
    renewal,
    copiesSentTo: [...application.copiesSentTo],
    ratings: ratingViews(application, source.history, facts.calendar, internal),
    cards: internal ? cardViews(application, reference) : [],
    notices: source.notices,
    possible: [
      ...possibleCommands(application, situation),
      ...itemCommands(application, situation),
    ],
    history: historyEntries(source.history, reference, internal),
  }
}

/** What concerns the item rather than this application: the mode of a × item, asked for by its first sealing. */
function itemCommands(application: LodgedApplication, situation: Situation): readonly string[] {
  const waits =
    situation.by.role === 'seal-keeper' &&
    refusalOf('ApplySeal', application, situation)?.code === 'seal-mode-unconfirmed'
  return waits ? ['confirm-seal-mode'] : []
}

function applicantOf({ application, masked, callable }: ViewSource): View['applicant'] {
  const { applicant } = application
  if (!masked) return { ...applicant, masked }
  const shown = maskApplicant(applicant)
  return { ...shown, phone: callable ? applicant.phone : shown.phone, masked }
}

function itemOf({ application, situation, reference }: ViewSource): View['item'] {
  const { itemId, name, annexNumber, levelMark, remark } = situation.facts.item
  const { departmentId, partnerIds } = application
  return {
    itemId,
    name,
    annexNumber: annexNumber ?? null,
    levelMark,
    remark,
    departmentId,
    departmentName: reference.getOrganisation(departmentId).name,
    partnerNames: partnerIds.map((id) => reference.getOrganisation(id).name),
  }
}

function guideFacts(guide: ServiceGuide): View['guide'] {
  const { version, confirmation, statutoryDays, committedDays, kind, fee } = guide
  const { validityYears, certificateName } = guide
  return {
    version,
    confirmation,
    statutoryDays,
    committedDays,
    kind,
    fee,
    validityYears,
    certificateName,
  }
}

function correctionOf({ correction }: LodgedApplication): View['correction'] {
  if (correction === null) return null
  const { asked, outstanding, text, askedOn, rounds } = correction
  return { asked: [...asked], outstanding: [...outstanding], text, askedOn, rounds }
}

function decisionOf({ decision }: LodgedApplication): View['decision'] {
  if (decision === null) return null
  const { outcome, on, reason, deemed } = decision
  return { outcome, on, reason, deemed }
}

function materialViews(
  { materials, files }: LodgedApplication,
  guide: ServiceGuide,
  handling: ViewSource['handling'],
): View['materials'] {
  const needed = guide.materials.filter(({ number }) => materials[number] !== undefined)
  return needed.map((required) => ({
    number: required.number,
    name: required.name,
    basis: required.basis,
    standard: required.standard,
    original: required.original,
    copies: required.copies,
    format: required.format,
    tolerableDays: required.tolerableDays,
    commitment: required.commitment,
    facts: materialFacts(required, guide).map(({ words, ...fact }) => ({
      ...fact,
      words: [...words],
    })),
    state: materials[required.number] ?? 'missing',
    files: files
      .filter(({ material }) => material === required.number)
      .map(({ fileId, name, mediaType, size, sha256, at }) => ({
        fileId,
        name,
        mediaType,
        size,
        sha256,
        at,
        handling: handling.get(fileId) ?? 'show',
      })),
  }))
}
