import {
  APPLICATION_NUMBER_TOKEN,
  DECISION_NUMBER_TOKEN,
  DOCUMENT_NUMBER_TOKEN,
  fillTokens,
  QUERY_CODE_TOKEN,
} from '../../domain/notice/tokens.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { NoticeDocument } from '../../domain/notice/notice.ts'
import { yearOf } from '../../domain/shared/local-date.ts'
import { canonicalJson } from '../../domain/trail/canonical-json.ts'
import { applicationRow, birthRow } from '../../server/application/application-row.ts'
import { BENCH_REGION_CODE } from './bench-region.ts'
import type { LifeTemplate } from './life-template.ts'
import { placeholderNumber } from './placeholders.ts'
import type { PlayedCommand } from './play-life.ts'

// The rows of a played life as the product writes them, with placeholders where copies differ.

export const APPLICATION = 'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee'
export const QUERY_HASH = '⟦密⟧'
export const SEAL = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'
export const SEAL_VERIFY = '⟦印⟧'
export const commandIdOf = (index: number) => `dddddddd-dddd-4ddd-8ddd-dddddddd${four(index)}`
export const noticeIdOf = (index: number) => `cccccccc-cccc-4ccc-8ccc-cccccccc${four(index)}`
export const hashOf = (seq: number) => `${'ab'.repeat(30)}${four(seq)}`
export const four = (value: number) => String(value).padStart(4, '0')

export type Row = Readonly<Record<string, unknown>>

type Noted = { readonly seq: number; readonly document: NoticeDocument; readonly index: number }

export function notesOf(commands: readonly PlayedCommand[]): readonly Noted[] {
  return commands.flatMap(({ notices }) => notices).map((notice, index) => ({ ...notice, index }))
}

export function applicationOf({ commands, facts }: LifeTemplate, pairs: number): Row {
  const last = commands.at(-1)
  if (last === undefined || last.after.status === 'not-lodged')
    throw new Error('Nothing was played')
  const state: LodgedApplication = last.after
  const seq = commands.reduce((sum, { events }) => sum + events.length, 0)
  return {
    ...applicationRow(state, facts),
    ...birthRow(state),
    region_code: BENCH_REGION_CODE,
    application_id: APPLICATION,
    number: placeholderNumber(state.receivedOn),
    version: last.version,
    seq,
    head: hashOf(seq),
    query_code_hash: QUERY_HASH,
    pairs: { slot: pairs },
    state,
  }
}

export function eventRows({ at, commander, events }: PlayedCommand, index: number): readonly Row[] {
  return events.map(({ seq, version, event }) => ({
    region_code: BENCH_REGION_CODE,
    application_id: APPLICATION,
    seq,
    version,
    command_id: commandIdOf(index),
    type: event.type,
    data: canonicalJson(event),
    account_id: event.by.accountId,
    occurred_at: event.at,
    recorded_at: at,
    origin: commander.origin,
    hash: hashOf(seq),
  }))
}

export function commandRows(commands: readonly PlayedCommand[]): readonly Row[] {
  let made = 0
  return commands.map(({ name, commander, notices, version, after }, index) => {
    const shown = notices.map(({ document }) => {
      const id = made++
      const { kind, title } = document
      return { noticeId: noticeIdOf(id), kind, title, number: `⟦号${four(id)}⟧` }
    })
    const number = after.status === 'not-lodged' ? '' : placeholderNumber(after.receivedOn)
    return {
      region_code: BENCH_REGION_CODE,
      command_id: commandIdOf(index),
      application_id: APPLICATION,
      account_id: commander.actor.accountId,
      name,
      reply: { applicationId: APPLICATION, number, version, status: after.status, notices: shown },
    }
  })
}

export function noticeRows(
  commands: readonly PlayedCommand[],
  slots: readonly { readonly serial: number }[],
): readonly Row[] {
  return notesOf(commands).map(({ seq, document, index }) => ({
    region_code: BENCH_REGION_CODE,
    notice_id: noticeIdOf(index),
    application_id: APPLICATION,
    seq,
    kind: document.kind,
    series: document.numberPrefix,
    year: yearOf(document.dated),
    serial: { slot: slots[index]?.serial ?? -1 },
    number: `⟦号${four(index)}⟧`,
    verify_code: `⟦验${four(index)}⟧`,
    dated: document.dated,
    content: fillTokens(document, {
      applicationNumber: APPLICATION_NUMBER_TOKEN,
      documentNumber: DOCUMENT_NUMBER_TOKEN,
      decisionNumber: DECISION_NUMBER_TOKEN,
      queryCode: document.kind === 'receipt-slip' ? QUERY_CODE_TOKEN : null,
    }),
  }))
}

export function isSealed({ events }: PlayedCommand): boolean {
  return events.some(({ event }) => event.type === 'SealApplied')
}

/** The register's line of a sealing, if there was one. */
export function sealRows(commands: readonly PlayedCommand[]): readonly Row[] {
  const letter = notesOf(commands).findLast(({ document }) => document.kind === 'sealing-letter')
  return commands.filter(isSealed).flatMap(({ commander, events, after }) => {
    const sealed = events.find(({ event }) => event.type === 'SealApplied')?.event
    if (sealed?.type !== 'SealApplied' || after.status === 'not-lodged') return []
    return [
      {
        region_code: BENCH_REGION_CODE,
        record_id: SEAL,
        application_id: APPLICATION,
        certificate_hash: sealed.certificateHash,
        letter_notice_id: letter === undefined ? null : noticeIdOf(letter.index),
        seal: sealed.route === 'bureau' ? 'approval-seal' : `department:${after.departmentId}`,
        route: sealed.route,
        ...documentOf(after),
        verify_code: SEAL_VERIFY,
        operator_id: commander.actor.accountId,
        operator_name: commander.actor.name,
        origin: commander.origin,
        sealed_at: sealed.at,
      },
    ]
  })
}

function documentOf({ certificate }: LodgedApplication): Row {
  if (certificate === null) throw new Error('What is sealed is a certificate')
  return { document_title: certificate.name, document_number: certificate.number }
}
