import type { Percentiles } from '../percentiles.ts'

export type MixRole = 'clerk' | 'reviewer' | 'decider' | 'seal-keeper' | 'supervisor' | 'applicant'

/** One who is signed in, and the address their requests come from. */
export type MixPerson = {
  readonly role: MixRole
  readonly cookie: string
  readonly address: string
}

export type MixTask = {
  readonly port: number
  readonly connections: number
  readonly people: readonly MixPerson[]
  readonly seed: number
  /** Milliseconds: a list on screen is read anew at most so often while others move things. */
  readonly listBeat: number
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
