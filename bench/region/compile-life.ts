import type { LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { canonicalJson } from '../../domain/trail/canonical-json.ts'
import { BENCH_REGION_CODE } from './bench-region.ts'
import { compileBytes, compileRow, type ByteProgram, type Piece } from './byte-program.ts'
import { copyField, type CopyColumn } from './copy-field.ts'
import { takeSlots, type LifeSlots } from './life-slots.ts'
import type { LifeTemplate } from './life-template.ts'
import {
  APPLICATION,
  applicationOf,
  commandIdOf,
  commandRows,
  eventRows,
  hashOf,
  notesOf,
  noticeRows,
  sealRows,
  type Row,
} from './made-rows.ts'
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
    BENCH_REGION_CODE,
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
    application: compile('application', [applicationOf(template, slots.pairs)]),
    application_event: compile(
      'application_event',
      commands.flatMap((command, index) => eventRows(command, index)),
    ),
    command_log: compile('command_log', commandRows(commands)),
    notice: compile('notice', noticeRows(commands, slots.notices)),
    seal_record: compile('seal_record', sealRows(commands)),
  }
}

function fieldOf({ name, type }: CopyColumn, row: Row, table: SlotTable): readonly Piece[] | null {
  if (!(name in row)) throw new Error(`The made region has no value for the column ${name}`)
  return copyField(type, row[name], table)
}
