import type { Violation } from '../../domain/application/violations.ts'
import type { HttpCode } from './violation-status.ts'

export type FieldProblem = { readonly field: string; readonly message: string }

/** A refusal that no rule of the procedure made: the request, the session or the account was not right. */
export type Refusal = {
  readonly code: HttpCode
  /** Chinese, for the person at the screen: what is wrong and what to do. */
  readonly sentence: string
  readonly article?: string
  readonly fields?: readonly FieldProblem[]
  /** For `changed-meanwhile`: the version that is now. */
  readonly version?: number
  readonly retryAfterSeconds?: number
}

/** Someone else acted first; the sentence is added on the way out. */
export type ChangedMeanwhile = { readonly code: 'changed-meanwhile'; readonly version: number }

/** What an operation may answer instead of a value. */
export type AnyViolation = Violation | ChangedMeanwhile | Refusal

export function refuse(
  code: HttpCode,
  sentence: string,
  more: Omit<Refusal, 'code' | 'sentence'> = {},
): { readonly ok: false; readonly violation: Refusal } {
  return { ok: false, violation: { code, sentence, ...more } }
}

/** Ends a request before its operation runs: thrown by the checks around every route. */
export class RequestRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.name = 'RequestRefused'
    this.refusal = refusal
  }
}
