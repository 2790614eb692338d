import type { CommandReply } from '../../contract/application-commands.ts'
import {
  APPLICATION_NUMBER_TOKEN,
  DECISION_NUMBER_TOKEN,
  DOCUMENT_NUMBER_TOKEN,
  fillTokens,
} from '../../domain/notice/tokens.ts'
import { numberOfRegion } from './region-number.ts'
import { noticesFor } from '../../domain/notice/notices-for.ts'
import type { NoticeDocument } from '../../domain/notice/notice.ts'
import { evolve } from '../../domain/application/evolve.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import type { ApplicationFacts } from '../../domain/application/facts.ts'
import { sealRoute } from '../../domain/sealing/seal-route.ts'
import { localDateOf, yearOf } from '../../domain/shared/local-date.ts'
import { errorCode } from '../database/database-errors.ts'
import { step } from '../database/observe.ts'
import { chainEvents, eventRowsJson, newId } from '../event-log/chain.ts'
import { applicationRow, birthRow } from './application-row.ts'
import type { ApplicationContext, Commander } from './application-context.ts'
import type { LoadedApplication } from './load-application.ts'
import { noticeContext } from './notice-context.ts'
import { sealUseOf } from './seal-use.ts'
import { newQueryCode, newVerifyCode, queryCodeHash } from './verify-code.ts'

export type Recording = {
  readonly regionCode: number
  readonly applicationId: string
  readonly commandId: string
  readonly name: string
  readonly commander: Commander
  readonly loaded: LoadedApplication
  readonly facts: ApplicationFacts
  readonly events: readonly ApplicationEvent[]
  readonly recordedAt: string
  /** Printed before the server heard of the application; else the next of the day's series. */
  readonly reservedNumber?: string | null
}

export type Recorded =
  | { readonly outcome: 'done' | 'seen'; readonly reply: CommandReply }
  | { readonly outcome: 'moved' }

const UNIQUE_VIOLATION = '23505'
const RECORD = 'select record_command($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as answer'

/** The one write of a command: events, state, numbered notices and reactions in one call of one database function. */
export async function recordCommand(
  context: ApplicationContext,
  recording: Recording,
): Promise<Recorded> {
  const { regionCode, applicationId, commandId, name, commander, loaded, events, recordedAt } =
    recording
  const rows = chainEvents(loaded.head, events, {
    regionCode,
    applicationId,
    commandId,
    recordedAt,
    origin: commander.origin,
  })
  const last = rows.at(-1)
  if (last === undefined) throw new Error('A command that changes nothing is not recorded')
  const { application, notices } = foldWithNotices(context, recording)
  const queryCode = newQueryCode()
  const noticeRows = notices.map(({ seq, document }) =>
    noticeRow(document, loaded.head.seq + seq, queryCode),
  )
  const seal = sealUseOf(events, application, recording)
  const row = {
    ...applicationRow(application, recording.facts),
    version: last.version,
    seq: last.seq,
    head: last.hash,
    ...(loaded.head.seq === 0 && {
      ...birthRow(application),
      number_prefix: numberOfRegion(regionCode),
      number: recording.reservedNumber ?? null,
      query_code_hash: queryCodeHash(applicationId, queryCode),
    }),
  }
  const reactions = [
    ...noticeRows.map(({ notice_id }) =>
      reaction('sign-notice', { noticeId: notice_id }, recordedAt),
    ),
    ...(seal === null
      ? []
      : [reaction('sign-certificate', { recordId: seal.record_id }, recordedAt)]),
  ]
  return await callRecord(context, loaded, [
    regionCode,
    applicationId,
    commandId,
    commander.actor.accountId,
    name,
    loaded.head.seq,
    JSON.stringify(row),
    JSON.stringify(application),
    eventRowsJson(rows),
    noticeRows.length === 0 ? null : JSON.stringify(noticeRows),
    reactions.length === 0 ? null : JSON.stringify(reactions),
    seal === null ? null : JSON.stringify(seal),
  ])
}

async function callRecord(
  context: ApplicationContext,
  { head }: LoadedApplication,
  values: readonly unknown[],
): Promise<Recorded> {
  try {
    const [answered] = await step('record', () =>
      context.db.query<{ answer: Recorded }>(RECORD, values),
    )
    if (answered === undefined) throw new Error('record_command answered nothing')
    return answered.answer
  } catch (error) {
    // Two receipts at once: there is no row yet that the second could wait for.
    if (head.seq === 0 && errorCode(error) === UNIQUE_VIOLATION) return { outcome: 'moved' }
    throw error
  }
}

type MadeNotice = { readonly seq: number; readonly document: NoticeDocument }

/** Folds the events one by one, so that each notice speaks of the state its own event left. */
export function foldWithNotices(
  context: ApplicationContext,
  { loaded, facts, events }: Pick<Recording, 'loaded' | 'facts' | 'events'>,
): { application: LodgedApplication; notices: MadeNotice[] } {
  let application = loaded.application
  const notices: MadeNotice[] = []
  for (const [index, event] of events.entries()) {
    application = evolve(application, event)
    if (application.status === 'not-lodged')
      throw new Error('An event always leaves a lodged application')
    const route = sealRoute(facts.item, localDateOf(event.at), facts.confirmedSealMode)
    for (const document of noticesFor(
      event,
      application,
      noticeContext(context, application, facts, route),
    ))
      notices.push({ seq: index + 1, document })
  }
  if (application.status === 'not-lodged') throw new Error('A command without events is not folded')
  return { application, notices }
}

function noticeRow(document: NoticeDocument, seq: number, queryCode: string) {
  const kept = {
    applicationNumber: APPLICATION_NUMBER_TOKEN,
    documentNumber: DOCUMENT_NUMBER_TOKEN,
    decisionNumber: DECISION_NUMBER_TOKEN,
  }
  const content = fillTokens(document, {
    ...kept,
    queryCode: document.kind === 'receipt-slip' ? queryCode : null,
  })
  return {
    notice_id: newId(),
    seq,
    kind: document.kind,
    series: document.numberPrefix,
    year: yearOf(document.dated),
    verify_code: newVerifyCode(),
    dated: document.dated,
    content,
  }
}

function reaction(kind: string, payload: object, runAt: string) {
  return { reaction_id: newId(), kind, payload, run_at: runAt }
}
