import type { Percentiles } from '../percentiles.ts'

/** `window`: a clerk signed on at a window of the hall; `visitor`: a citizen who comes to the hall. */
export type MixRole =
  | 'clerk'
  | 'window'
  | 'reviewer'
  | 'decider'
  | 'seal-keeper'
  | 'supervisor'
  | 'applicant'
  | 'visitor'

/** One who is signed in, and the address their requests come from. */
export type MixPerson = {
  readonly role: MixRole
  readonly cookie: string
  readonly address: string
  /** Of a window's clerk. */
  readonly windowId?: number
  /** Token of the kiosk where a visitor takes a ticket. */
  readonly kiosk?: string
}

export type MixTask = {
  readonly port: number
  readonly connections: number
  readonly people: readonly MixPerson[]
  readonly seed: number
  /** Milliseconds: a list on screen is read anew at most so often while others move things. */
  readonly listBeat: number
  /** Screens of the hall beside the people: each follows the hall's feed and reads the board. */
  readonly hallScreens: number
}

/** Visits are begun so often that requests come to that rate, re-read lists included. */
export type MixPhase = { readonly kind: 'phase'; readonly rate: number; readonly seconds: number }
export type ToMixWorker = MixPhase | { readonly kind: 'listen' } | { readonly kind: 'leave' }

export type Operation = { readonly kind: 'read' | 'write' | 'papers'; readonly name: string }

export type MixTally = {
  readonly seconds: number
  readonly requests: number
  readonly operations: readonly (Operation & Percentiles & { readonly count: number })[]
  readonly reads: Percentiles
  readonly writes: Percentiles
  /** From the call to the screen of somebody else. */
  readonly live: Percentiles
  readonly liveCount: number
  /** Ordinary refusals by code: somebody else was faster. */
  readonly refusals: Readonly<Record<string, number>>
  /** What must not be, by status and code. */
  readonly errors: Readonly<Record<string, number>>
  readonly visitsASecond: number
  /** Visits that were due while nobody had time. */
  readonly visitsLeftOut: number
  /** Of this thread, in seconds of processor time. */
  readonly clientCpu: number
}

export type FromMixWorker =
  | { readonly kind: 'listening'; readonly streams: number }
  | { readonly kind: 'tally'; readonly tally: MixTally }
