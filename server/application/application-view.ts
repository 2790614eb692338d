import type { z } from 'zod'
import type { ApplicationView } from '../../contract/applications.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { STATUS_NAME } from '../../domain/application/application.ts'
import type { ApplicationFacts, Situation } from '../../domain/application/facts.ts'
import { possibleCommands } from '../../domain/application/possible-actions.ts'
import { openCardsOf } from '../../domain/application/worst-card.ts'
import { PROCEDURE_NAME, STEP_NAME } from '../../domain/deadline/clock-words.ts'
import {
  acceptanceDue,
  committedDue,
  decisionDue,
  issuanceDue,
  stepDue,
  type Due,
} from '../../domain/deadline/clocks.ts'
import { remainingWorkingDays, signalLight } from '../../domain/deadline/signal-light.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { maskApplicant } from '../../domain/identifiers/mask.ts'
import { needsModeConfirmation, sealRoute } from '../../domain/sealing/seal-route.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { cardName } from './card-names.ts'
import { historyEntries, type HistoryRow } from './history-view.ts'
import { ledgerView } from './ledger-view.ts'

type View = z.input<typeof ApplicationView>

export type ViewSource = {
  readonly applicationId: string
  readonly number: string
  readonly version: number
  readonly application: LodgedApplication
  readonly situation: Situation
  readonly notices: View['notices']
  readonly history: readonly HistoryRow[]
  readonly reference: ReferenceData
  /** Whole identity only for who handles it. */
  readonly masked: boolean
  readonly internal: boolean
}

/** Everything a screen shows of one application, for one person, today. */
export function applicationView(source: ViewSource): View {
  const { application, situation, reference, masked, internal } = source
  const { facts, today } = situation
  const { calendar, item } = facts
  const guide = reference.getGuide(application.itemId, application.guideVersion)
  const shown = (due: Due) => dueView(due, today, facts)
  const committed = committedDue(application, guide, calendar)
  const decision = decisionDue(application, guide, calendar)
  const light = signalLight(committed, decision, today, guide, calendar)
  const applicant = masked ? maskApplicant(application.applicant) : application.applicant
  const { letter, certificate, acceptance, step, correction } = application
  const openCards = openCardsOf(application)
  return {
    applicationId: source.applicationId,
    number: source.number,
    version: source.version,
    status: application.status,
    statusName: STATUS_NAME[application.status],
    today,
    item: {
      itemId: item.itemId,
      name: item.name,
      annexNumber: item.annexNumber ?? null,
      levelMark: item.levelMark,
      remark: item.remark,
      departmentId: item.departmentId,
      departmentName: reference.getOrganisation(application.departmentId).name,
      partnerNames: application.partnerIds.map((id) => reference.getOrganisation(id).name),
    },
    guide: {
      version: guide.version,
      confirmation: guide.confirmation,
      statutoryDays: guide.statutoryDays,
      committedDays: guide.committedDays,
      kind: guide.kind,
      fee: guide.fee,
      validityYears: guide.validityYears,
      certificateName: guide.certificateName,
    },
    applicant: { ...applicant, masked },
    channel: application.channel,
    receivedAt: application.receivedAt,
    receivedOn: application.receivedOn,
    acceptedOn: acceptance?.on ?? null,
    deemed: acceptance?.deemed ?? false,
    due: {
      acceptance: shown(acceptanceDue(application, calendar)),
      decision: shown(decision),
      committed: shown(committed),
      issuance: shown(issuanceDue(application, calendar)),
    },
    light: light.light,
    lightName: light.word,
    ledger: ledgerView(application, guide, calendar, today),
    step:
      step === null
        ? null
        : {
            name: step.name,
            stepName: STEP_NAME[step.name],
            enteredOn: step.enteredOn,
            due: shown(stepDue(application, guide, calendar)),
          },
    materials: materialViews(application, guide.materials),
    correction:
      correction === null
        ? null
        : {
            asked: [...correction.asked],
            outstanding: [...correction.outstanding],
            text: correction.text,
            askedOn: correction.askedOn,
            rounds: correction.rounds,
          },
    pauses: application.pauses.map((pause) => ({ ...pause, kindName: PROCEDURE_NAME[pause.kind] })),
    extension: application.extension,
    opinions: internal
      ? application.opinions.map(({ departmentId, byName, outcome, opinion, on }) => ({
          departmentName: reference.getOrganisation(departmentId).name,
          byName,
          outcome,
          opinion,
          on,
        }))
      : [],
    fee: {
      ...application.fee,
      settled: application.fee.exempt || application.fee.paid >= (guide.fee?.amount ?? 0),
    },
    decision:
      application.decision === null
        ? null
        : {
            outcome: application.decision.outcome,
            on: application.decision.on,
            reason: application.decision.reason,
            deemed: application.decision.deemed,
          },
    certificate:
      certificate === null
        ? null
        : {
            version: certificate.version,
            hash: certificate.hash,
            name: certificate.name,
            number: certificate.number,
            validFrom: certificate.validFrom,
            validUntil: certificate.validUntil,
          },
    letter:
      letter === null
        ? null
        : {
            ...letter,
            statements: [...letter.statements],
            matchesCertificate: letter.certificateHash === certificate?.hash,
          },
    sealRoute: sealRoute(item, today, facts.confirmedSealMode),
    sealModeUnconfirmed: needsModeConfirmation(item, facts.confirmedSealMode),
    sealing:
      application.sealing === null
        ? null
        : { on: application.sealing.on, route: application.sealing.route },
    issuance: application.issuance,
    delivery: application.delivery,
    closure: application.closure,
    revocation: application.revocation,
    renewal: application.renewal,
    copiesSentTo: [...application.copiesSentTo],
    ratings: application.ratings.map(({ grade, on, followUps }) => ({
      grade,
      on,
      followUps: followUps.length,
    })),
    cards: internal
      ? application.cards.map((card) => ({
          rule: card.rule,
          ruleName: cardName(card.rule),
          level: card.level,
          raisedOn: card.raisedOn,
          fact: card.fact,
          answerableName: reference.getOrganisation(card.answerableId).name,
          officerName: card.officerName,
          open: openCards.includes(card),
          explanation: card.explanation,
        }))
      : [],
    notices: source.notices,
    possible: [...possibleCommands(application, situation)],
    history: historyEntries(source.history, reference, internal),
  }
}

function dueView(due: Due, today: LocalDate, { calendar }: ApplicationFacts) {
  if (due.state === 'none')
    return { state: due.state, on: null, provisional: false, remaining: null }
  if (due.state === 'paused')
    return { state: due.state, on: null, provisional: false, remaining: due.remaining }
  return {
    state: due.state,
    on: due.on,
    provisional: due.provisional,
    remaining: remainingWorkingDays(due, today, calendar) ?? null,
  }
}

function materialViews(
  { materials, files }: LodgedApplication,
  required: ReturnType<ReferenceData['getGuide']>['materials'],
): View['materials'] {
  return required.map((material) => ({
    ...material,
    state: materials[material.number] ?? 'missing',
    files: files
      .filter((file) => file.material === material.number)
      .map(({ fileId, name, mediaType, size, sha256, at }) => ({
        fileId,
        name,
        mediaType,
        size,
        sha256,
        at,
      })),
  }))
}
