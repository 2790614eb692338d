import { canonicalJson } from '../../domain/trail/canonical-json.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import {
  fillTokens,
  APPLICATION_NUMBER_TOKEN,
  DECISION_NUMBER_TOKEN,
  DOCUMENT_NUMBER_TOKEN,
  QUERY_CODE_TOKEN,
} from '../../domain/notice/tokens.ts'
import type { NoticeDocument } from '../../domain/notice/notice.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { chineseDate, localDateOf, localMinuteOf, yearOf } from '../../domain/shared/local-date.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { applicationRow, birthRow } from '../../server/application/application-row.ts'
import { compileBytes, compileRow, type ByteProgram, type Piece } from './byte-program.ts'
import { copyField, type CopyColumn } from './copy-field.ts'
import type { LifeTemplate } from './life-template.ts'
import { applicantPlaceholders, placeholderAccount, placeholderNumber } from './placeholders.ts'
import type { PlayedCommand } from './play-life.ts'
import { newSlotTable, type SlotTable } from './slot-table.ts'

export const MADE_TABLES = [
  'application',
  'application_event',
  'command_log',
  'notice',
  'seal_record',
] as const
export type MadeTable = (typeof MADE_TABLES)[number]
export type MadeColumns = Readonly<Record<MadeTable, readonly CopyColumn[]>>

/** A life ready to be copied: which slots a copy fills, and the programs that then write its rows. */
export type CompiledLife = {
  readonly template: LifeTemplate
  readonly slots: LifeSlots
  readonly slotCount: number
  /** In order: each hash goes into the next. */
  readonly hashes: readonly ByteProgram[]
  readonly certificates: readonly ByteProgram[]
  readonly rows: Readonly<Record<MadeTable, readonly ByteProgram[]>>
  readonly notices: readonly { readonly series: string; readonly dated: LocalDate }[]
  /** The last event of each China day on which something was recorded, by its place from 0. */
  readonly headOfDay: ReadonlyMap<LocalDate, number>
}

/** A slot with `text` has its bytes' form in the next one. */
export type LifeSlots = {
  readonly applicant: number
  readonly application: number
  readonly number: number
  readonly minute: number
  readonly queryHash: number
  readonly pairs: number
  readonly seats: readonly {
    readonly account: number
    readonly name: number
    readonly origin: number
  }[]
  readonly commands: readonly { readonly id: number; readonly instant: number | null }[]
  readonly events: readonly number[]
  readonly certificates: readonly number[]
  readonly notices: readonly {
    readonly id: number
    readonly verify: number
    readonly number: number
    readonly serial: number
  }[]
  readonly seal: { readonly id: number; readonly verify: number } | null
}

const APPLICATION = 'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee'
const QUERY_HASH = '⟦密⟧'
const REGION = 513_200
const SEAL = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'
const SEAL_VERIFY = '⟦印⟧'
const commandIdOf = (index: number) => `dddddddd-dddd-4ddd-8ddd-dddddddd${four(index)}`
const noticeIdOf = (index: number) => `cccccccc-cccc-4ccc-8ccc-cccccccc${four(index)}`
const hashOf = (seq: number) => `${'ab'.repeat(30)}${four(seq)}`
const four = (value: number) => String(value).padStart(4, '0')

type Noted = { readonly seq: number; readonly document: NoticeDocument; readonly index: number }

export function compileLife(template: LifeTemplate, columns: MadeColumns): CompiledLife {
  const table = newSlotTable()
  const slots = takeSlots(template, table)
  const rows = rowsOf(template, columns, table, slots)
  const { commands, certificates } = template
  return {
    template,
    slots,
    slotCount: table.count(),
    hashes: commands.flatMap((command, index) =>
      command.events.map((event) => hashProgram(command, index, event, table)),
    ),
    certificates: [...certificates.values()].map((text) => compileBytes(table.split(text))),
    rows,
    notices: notesOf(commands).map(({ document }) => ({
      series: document.numberPrefix,
      dated: document.dated,
    })),
    headOfDay: new Map(
      commands.flatMap(({ at, events }) => {
        const last = events.at(-1)
        return last === undefined ? [] : [[localDateOf(at), last.seq - 1] as const]
      }),
    ),
  }
}

function takeSlots(template: LifeTemplate, table: SlotTable): LifeSlots {
  const { kind, receivedOn, commands, seats, certificates } = template
  const [first = -1] = applicantPlaceholders(kind).map((placeholder) => table.add(placeholder))
  const hasSeal = commands.some(({ events }) =>
    events.some(({ event }) => event.type === 'SealApplied'),
  )
  return {
    applicant: first,
    application: table.add(APPLICATION, 'binary'),
    number: table.add(placeholderNumber(receivedOn)),
    minute: table.add(minuteOf(commands[0]?.at ?? ('' as Instant))),
    queryHash: table.add(QUERY_HASH),
    pairs: table.addHidden(),
    seats: seats.map((_, index) => {
      const { accountId, name, origin } = placeholderAccount(index)
      return {
        account: table.add(accountId, 'binary'),
        name: table.add(name),
        origin: table.add(origin),
      }
    }),
    commands: commands.map(({ at, moment }, index) => ({
      id: table.add(commandIdOf(index), 'binary'),
      instant: moment === null ? null : table.add(at, 'binary'),
    })),
    events: commands.flatMap(({ events }) =>
      events.map(({ seq }) => table.add(hashOf(seq), 'binary')),
    ),
    certificates: [...certificates.keys()].map((hash) => table.add(hash)),
    notices: notesOf(commands).map(({ index }) => ({
      id: table.add(noticeIdOf(index), 'binary'),
      verify: table.add(`⟦验${four(index)}⟧`),
      number: table.add(`⟦号${four(index)}⟧`),
      serial: table.addHidden(),
    })),
    seal: hasSeal ? { id: table.add(SEAL, 'binary'), verify: table.add(SEAL_VERIFY) } : null,
  }
}

/** 2026年3月2日 09:58, as the receipt slip has it. */
function minuteOf(at: Instant): string {
  const [date = '', minute = ''] = localMinuteOf(at).split('T')
  return `${chineseDate(date as LocalDate)} ${minute}`
}

/** What eventHash puts together, with the slots of a copy in it. */
function hashProgram(
  { at, commander }: PlayedCommand,
  index: number,
  { seq, version, event }: PlayedCommand['events'][number],
  table: SlotTable,
): ByteProgram {
  const previous = seq === 1 ? '0'.repeat(64) : hashOf(seq - 1)
  const { type } = event
  const text = canonicalJson([
    previous,
    REGION,
    APPLICATION,
    seq,
    version,
    commandIdOf(index),
    type,
    event,
    at,
    commander.origin,
  ])
  return compileBytes(table.split(text))
}

function notesOf(commands: readonly PlayedCommand[]): readonly Noted[] {
  return commands.flatMap(({ notices }) => notices).map((notice, index) => ({ ...notice, index }))
}

type Row = Readonly<Record<string, unknown>>

function rowsOf(
  template: LifeTemplate,
  columns: MadeColumns,
  table: SlotTable,
  slots: LifeSlots,
): CompiledLife['rows'] {
  const compile = (name: MadeTable, rows: readonly Row[]) =>
    rows.map((row) => compileRow(columns[name].map((column) => fieldOf(column, row, table))))
  const { commands } = template
  return {
    application: compile('application', [applicationOf(template, slots)]),
    application_event: compile(
      'application_event',
      commands.flatMap((command, index) => eventRows(command, index)),
    ),
    command_log: compile('command_log', commandRows(commands)),
    notice: compile('notice', noticeRows(commands, slots)),
    seal_record: compile('seal_record', slots.seal === null ? [] : [sealRow(commands)]),
  }
}

function fieldOf({ name, type }: CopyColumn, row: Row, table: SlotTable): readonly Piece[] | null {
  if (!(name in row)) throw new Error(`The made region has no value for the column ${name}`)
  return copyField(type, row[name], table)
}

function applicationOf({ commands, facts }: LifeTemplate, slots: LifeSlots): Row {
  const last = commands.at(-1)
  if (last === undefined || last.after.status === 'not-lodged')
    throw new Error('Nothing was played')
  const state: LodgedApplication = last.after
  return {
    ...applicationRow(state, facts),
    ...birthRow(state),
    region_code: REGION,
    application_id: APPLICATION,
    number: placeholderNumber(state.receivedOn),
    version: last.version,
    seq: slots.events.length,
    head: hashOf(slots.events.length),
    query_code_hash: QUERY_HASH,
    pairs: { slot: slots.pairs },
    state,
  }
}

function eventRows({ at, commander, events }: PlayedCommand, index: number): readonly Row[] {
  return events.map(({ seq, version, event }) => ({
    region_code: REGION,
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

function commandRows(commands: readonly PlayedCommand[]): readonly Row[] {
  let made = 0
  return commands.map(({ name, commander, notices, version, after }, index) => {
    const shown = notices.map(({ document }) => {
      const id = made++
      const { kind, title } = document
      return { noticeId: noticeIdOf(id), kind, title, number: `⟦号${four(id)}⟧` }
    })
    const number = after.status === 'not-lodged' ? '' : placeholderNumber(after.receivedOn)
    return {
      region_code: REGION,
      command_id: commandIdOf(index),
      application_id: APPLICATION,
      account_id: commander.actor.accountId,
      name,
      reply: { applicationId: APPLICATION, number, version, status: after.status, notices: shown },
    }
  })
}

function noticeRows(commands: readonly PlayedCommand[], slots: LifeSlots): readonly Row[] {
  return notesOf(commands).map(({ seq, document, index }) => ({
    region_code: REGION,
    notice_id: noticeIdOf(index),
    application_id: APPLICATION,
    seq,
    kind: document.kind,
    series: document.numberPrefix,
    year: yearOf(document.dated),
    serial: { slot: slots.notices[index]?.serial ?? -1 },
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

function sealRow(commands: readonly PlayedCommand[]): Row {
  const command = commands.find(({ events }) =>
    events.some(({ event }) => event.type === 'SealApplied'),
  )
  const event = command?.events.find((one) => one.event.type === 'SealApplied')?.event
  if (
    command === undefined ||
    event?.type !== 'SealApplied' ||
    command.after.status === 'not-lodged'
  )
    throw new Error('Nothing was sealed')
  const { certificate, departmentId } = command.after
  const letter = notesOf(commands).findLast(({ document }) => document.kind === 'sealing-letter')
  return {
    region_code: REGION,
    record_id: SEAL,
    application_id: APPLICATION,
    certificate_hash: event.certificateHash,
    letter_notice_id: letter === undefined ? null : noticeIdOf(letter.index),
    seal: event.route === 'bureau' ? 'approval-seal' : `department:${departmentId}`,
    route: event.route,
    document_title: certificate?.name ?? '',
    document_number: certificate?.number ?? '',
    verify_code: SEAL_VERIFY,
    operator_id: command.commander.actor.accountId,
    operator_name: command.commander.actor.name,
    origin: command.commander.origin,
    sealed_at: event.at,
  }
}
