import { createHash, hash } from 'node:crypto'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { chineseDate } from '../../domain/shared/local-date.ts'
import { maskIdentity, maskName } from '../../domain/identifiers/mask.ts'
import { searchPairs } from '../../server/application/search-pairs.ts'
import { runProgram, sizeOf, type ByteProgram } from './byte-program.ts'
import { applicantAccount, CITIZENS, membersOf, type Member } from './bench-staff.ts'
import { MADE_TABLES, type CompiledLife, type MadeTable } from './compile-life.ts'
import { textArray } from './copy-field.ts'
import { inventedApplicant, type Invented } from './invented-people.ts'
import type { Seat } from './life-template.ts'
import { newSlotWriter, type SlotWriter } from './slot-writer.ts'
import { OFFICE_HOURS } from './working-days.ts'

type StaffSeat = Exclude<Seat, { post: 'applicant' }>

/** Fifty-eight minutes: what was done at an hour lies within it. */
const HOUR_MS = 3_480_000
const SCRATCH = Buffer.alloc(256 * 1024)

export type Copying = {
  readonly seed: number
  readonly applications: number
  readonly days: readonly LocalDate[]
  readonly members: readonly Member[]
  /** Room for the head of a chain at the end of a day. */
  readonly headOf: (day: LocalDate) => { readonly block: Buffer; readonly at: number }
  /** Where rows go: answers where to write at least so many bytes, then takes them. */
  readonly write: (
    table: MadeTable,
    size: number,
    fill: (out: Buffer, from: number) => number,
  ) => void
}

/** Which copy of a life: its serial of the day, and how far into the hour of receipt it came. */
export type CopyWish = {
  readonly serial: number
  /** 0 up to 1. */
  readonly intoTheHour: number
  /** By notice: its serial in the series. */
  readonly noticeSerials: readonly number[]
}

/** Writes copies of lives, each with people, moments, numbers and a chain of its own. */
export function lifeCopier(copying: Copying): (life: CompiledLife, wish: CopyWish) => void {
  const writer = newSlotWriter()
  const seats = seatFinder(copying.members)
  const pairs = pairsFinder()
  return (life, wish) => {
    const { template, slots } = life
    writer.begin(copying.seed, template.from.day, wish.serial)
    fillReceipt(copying, writer, life, wish)
    const { name } = fillApplicant(copying, writer, life)
    writer.raw(slots.pairs, pairs(name))
    for (const [index, seat] of template.seats.entries())
      if (seat.post !== 'applicant') fillSeat(writer, life, index, oneOf(writer, seats(seat)))
    fillMoments(copying, writer, life, wish)
    fillPapers(writer, life, wish)
    chain(writer, life)
    noteHeads(copying, writer, life)
    for (const table of MADE_TABLES)
      for (const program of life.rows[table])
        copying.write(table, sizeOf(program, writer.values), (out, from) =>
          runProgram(program, writer.values, out, from),
        )
  }
}

function oneOf(writer: SlotWriter, members: readonly Member[]): Member {
  const member = members[writer.below(members.length)]
  if (member === undefined) throw new Error('Nobody to choose from')
  return member
}

function momentOf({ days }: Copying, day: number, hour: number, into: number): number {
  return Date.parse(`${days[day]}T0${OFFICE_HOURS[hour]}:00:00.000Z`) + Math.floor(into * HOUR_MS)
}

function fillReceipt(
  copying: Copying,
  writer: SlotWriter,
  life: CompiledLife,
  wish: CopyWish,
): void {
  const { slots, template } = life
  const { day, hour } = template.from
  const received = momentOf(copying, day, hour, wish.intoTheHour)
  const code = String(writer.below(1_000_000)).padStart(6, '0')
  writer.uuid(slots.application, received)
  const serial = String(wish.serial).padStart(6, '0')
  writer.text(slots.number, `513200-${template.receivedOn.replaceAll('-', '')}-${serial}`)
  const clock = new Date(received + 8 * 3_600_000).toISOString().slice(11, 16)
  writer.text(slots.minute, `${chineseDate(template.receivedOn)} ${clock}`)
  const { bytes, starts, lengths } = writer.values
  const from = starts[slots.application] ?? 0
  const id = bytes.toString('latin1', from, from + (lengths[slots.application] ?? 0))
  writer.text(slots.queryHash, createHash('sha256').update(`${id}:${code}`).digest('hex'))
  writer.text(slots.applicant + 7, code)
}

function fillApplicant(
  { seed, applications }: Copying,
  writer: SlotWriter,
  life: CompiledLife,
): Invented {
  const { slots, template } = life
  const { kind } = template
  const index = applicantIndex(writer, kind, applications)
  const one = inventedApplicant(seed, kind, index)
  const first = slots.applicant
  writer.text(first, one.name)
  writer.text(first + 1, one.identityNumber)
  writer.text(first + 2, one.phone)
  writer.text(first + 3, one.address)
  writer.text(first + 4, one.contactName)
  writer.text(first + 5, maskName(one.name))
  writer.text(
    first + 6,
    maskIdentity(kind === 'person' ? 'id-card' : 'credit-code', one.identityNumber),
  )
  for (const [at, seat] of template.seats.entries())
    if (seat.post === 'applicant')
      fillSeat(writer, life, at, applicantAccount(seed, kind, index, one))
  return one
}

/** Many apply again; those with an account often enough that each has something to look up. */
function applicantIndex(
  writer: SlotWriter,
  kind: 'person' | 'company',
  applications: number,
): number {
  if (kind === 'company') return writer.below(Math.max(100, applications / 4))
  const known = Math.max(0.02, Math.min(1, (6 * CITIZENS) / applications))
  return writer.below(1_000_000) < known * 1_000_000
    ? writer.below(CITIZENS)
    : CITIZENS + writer.below(Math.max(100, applications / 4))
}

function fillSeat(
  writer: SlotWriter,
  { slots }: CompiledLife,
  index: number,
  member: Pick<Member, 'accountId' | 'name' | 'origin'>,
): void {
  const seat = slots.seats[index]
  if (seat === undefined) return
  writer.knownUuid(seat.account, member.accountId)
  writer.text(seat.name, member.name)
  writer.text(seat.origin, member.origin)
}

function fillMoments(
  copying: Copying,
  writer: SlotWriter,
  life: CompiledLife,
  wish: CopyWish,
): void {
  const { slots, template } = life
  for (const [index, { id, instant }] of slots.commands.entries()) {
    const played = template.commands[index]
    const moment = played?.moment ?? null
    const into = index === 0 ? wish.intoTheHour : writer.below(1_000_000) / 1_000_000
    const at =
      moment === null
        ? Date.parse(played?.at ?? '')
        : momentOf(copying, moment.day, moment.hour, into)
    writer.uuid(id, Number.isNaN(at) ? 0 : at)
    if (instant !== null) writer.instant(instant, at)
  }
}

function fillPapers(
  writer: SlotWriter,
  life: CompiledLife,
  { noticeSerials, serial }: CopyWish,
): void {
  const { slots, template, notices } = life
  const received = Date.parse(`${template.receivedOn}T01:00:00Z`) + serial
  for (const [index, slot] of slots.notices.entries()) {
    const { series, dated } = notices[index] ?? { series: '', dated: '' }
    const taken = noticeSerials[index] ?? 0
    writer.uuid(slot.id, received)
    writer.verifyCode(slot.verify)
    writer.int32(slot.serial, taken)
    writer.text(slot.number, `${series}〔${dated.slice(0, 4)}〕${taken}号`)
  }
  if (slots.seal === null) return
  writer.uuid(slots.seal.id, received)
  writer.verifyCode(slots.seal.verify)
}

/** Certificates first, for events carry their hashes; then every event's hash over the one before. */
function chain(writer: SlotWriter, { slots, certificates, hashes }: CompiledLife): void {
  for (const [index, program] of certificates.entries())
    writer.text(slots.certificates[index] ?? -1, sm3(writer, program).toString('hex'))
  for (const [index, program] of hashes.entries())
    writer.hash(slots.events[index] ?? -1, sm3(writer, program))
}

function noteHeads(
  { headOf }: Copying,
  writer: SlotWriter,
  { slots, headOfDay }: CompiledLife,
): void {
  const { bytes, starts } = writer.values
  const id = starts[slots.application + 1] ?? 0
  for (const [day, event] of headOfDay) {
    const { block, at } = headOf(day)
    const digest = starts[(slots.events[event] ?? 0) + 1] ?? 0
    bytes.copy(block, at, id, id + 16)
    block.writeInt32BE(event + 1, at + 16)
    bytes.copy(block, at + 20, digest, digest + 32)
  }
}

function sm3(writer: SlotWriter, program: ByteProgram): Buffer {
  const end = runProgram(program, writer.values, SCRATCH, 0)
  return hash('sm3', SCRATCH.subarray(0, end), 'buffer')
}

/** Who may sit where, looked up once. */
function seatFinder(members: readonly Member[]) {
  const found = new Map<string, readonly Member[]>()
  return (seat: StaffSeat): readonly Member[] => {
    const key = `${seat.post}:${seat.place}`
    const known = found.get(key) ?? candidates(seat, members)
    if (known.length === 0) throw new Error(`Nobody for ${key}`)
    found.set(key, known)
    return known
  }
}

/** Who reviews is never the one who seals, so the department's reviewers are two halves. */
function candidates({ post, place }: StaffSeat, members: readonly Member[]): readonly Member[] {
  const of = { organisationId: String(place) }
  const reviewers = membersOf(members, 'reviewer', of)
  switch (post) {
    case 'clerk':
      return membersOf(members, 'window-clerk', { window: Number(place) })
    case 'agent':
      return membersOf(members, 'accompanying-agent')
    case 'reviewer':
      return reviewers.slice(0, reviewers.length / 2)
    case 'second-reviewer':
      return reviewers.slice(reviewers.length / 2)
    case 'decider':
      return membersOf(members, 'decider', of)
    case 'head':
      return membersOf(members, 'department-head', of)
    case 'sealer':
      return membersOf(members, 'seal-keeper')
    case 'supervisor':
      return membersOf(members, 'supervisor')
  }
}

/** What search finds a name by; names recur, and their pinyin is slow to tell. */
function pairsFinder(): (name: string) => Buffer {
  const found = new Map<string, Buffer>()
  return (name) => {
    const known = found.get(name) ?? textArray(searchPairs(name))
    found.set(name, known)
    return known
  }
}
