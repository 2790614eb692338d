/** What can be watched of the work: steps that take time, things that happen, levels that rise and fall. */
export type StepName =
  | 'load'
  | 'decide'
  | 'record'
  | 'sign-notice'
  | 'sign-certificate'
  | 'typeset'
  | 'seal'
  | 'hash-password'

export type Happening = 'command' | 'sign-in' | 'reaction-failed'

export type Observer = {
  /** Runs the work inside a step of that name and answers what it answers. */
  readonly step?: <Result>(name: StepName, work: () => Result) => Result
  /** `name` and `outcome` are words of the program, never of a person. */
  readonly happened?: (what: Happening, name: string, outcome: string) => void
  /** `text` is the constant text of a prepared statement. */
  readonly statement?: (text: string, milliseconds: number, failed: boolean) => void
}

const observers: Observer[] = []

/** How many there are at this moment. */
export const levels = { 'live-listeners': 0, 'password-hashes': 0 }

/** Attaches an observer until the answer is called. Without any, what follows costs a comparison. */
export function observe(observer: Observer): () => void {
  observers.push(observer)
  return () => {
    const at = observers.indexOf(observer)
    if (at >= 0) observers.splice(at, 1)
  }
}

export function isObserved(): boolean {
  return observers.length > 0
}

export function step<Result>(name: StepName, work: () => Result): Result {
  if (observers.length === 0) return work()
  let run = work
  for (const { step: around } of observers) {
    if (around === undefined) continue
    const inner = run
    run = () => around(name, inner)
  }
  return run()
}

export function happened(what: Happening, name: string, outcome: string): void {
  for (const observer of observers) observer.happened?.(what, name, outcome)
}

export function statementRan(text: string, milliseconds: number, failed: boolean): void {
  for (const observer of observers) observer.statement?.(text, milliseconds, failed)
}
