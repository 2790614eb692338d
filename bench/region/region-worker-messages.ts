import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { MadeColumns, MadeTable } from './compile-life.ts'

/** What a worker is given at its start: which days are its own. */
export type WorkerTask = {
  readonly seed: number
  readonly applications: number
  readonly until: Instant
  readonly days: readonly LocalDate[]
  readonly byDay: readonly number[]
  readonly columns: MadeColumns
  readonly worker: number
  readonly workers: number
}

/** The notices of one life's copies: one number each, in this series. */
export type NoticeNeed = {
  readonly series: string
  readonly dated: LocalDate
  readonly day: number
  readonly life: number
  readonly notice: number
  readonly copies: number
}

/** Packed heads of one day (daily-heads.ts). */
export type DayHeads = { readonly day: LocalDate; readonly blocks: readonly Uint8Array[] }

export type FromWorker =
  | { readonly kind: 'needs'; readonly needs: readonly NoticeNeed[]; readonly events: number }
  | { readonly kind: 'rows'; readonly table: MadeTable; readonly bytes: Uint8Array }
  | { readonly kind: 'heads'; readonly heads: readonly DayHeads[] }
  /** Rows of daily_root; the last message. */
  | { readonly kind: 'roots'; readonly rows: readonly Uint8Array[] }

export type ToWorker =
  /** By need, in the worker's own order: the first serial less one. */
  | { readonly kind: 'numbers'; readonly before: Int32Array }
  /** These rows were written: their room may be used again. */
  | { readonly kind: 'written'; readonly room: ArrayBuffer }
  | { readonly kind: 'reckon-roots'; readonly days: readonly DayHeads[] }
