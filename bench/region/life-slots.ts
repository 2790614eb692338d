import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { chineseDate, localMinuteOf } from '../../domain/shared/local-date.ts'
import type { LifeTemplate } from './life-template.ts'
import {
  APPLICATION,
  commandIdOf,
  four,
  hashOf,
  isSealed,
  notesOf,
  noticeIdOf,
  QUERY_HASH,
  SEAL,
  SEAL_VERIFY,
} from './made-rows.ts'
import { applicantPlaceholders, placeholderAccount, placeholderNumber } from './placeholders.ts'
import type { SlotTable } from './slot-table.ts'

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

export function takeSlots(template: LifeTemplate, table: SlotTable): LifeSlots {
  const { kind, receivedOn, commands, seats, certificates } = template
  const [first = -1] = applicantPlaceholders(kind).map((placeholder) => table.add(placeholder))
  const hasSeal = commands.some(isSealed)
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
