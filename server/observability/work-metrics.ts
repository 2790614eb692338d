import { Counter, Histogram, type Registry } from 'prom-client'
import type { StepName } from '../database/observe.ts'

const STEP_SECONDS = [0.0005, 0.002, 0.005, 0.01, 0.02, 0.04, 0.1, 0.5, 2, 10]
// Told from the start, so that an alert has something to compare with.
const STEPS: readonly StepName[] = ['load', 'decide', 'record', 'typeset', 'seal', 'hash-password']

/** Steps of the work with their time, and what happened: an observer of both. */
export function countWork(registers: Registry[]) {
  const steps = new Histogram({
    name: 'yichuang_step_seconds',
    help: 'Steps of the work: load, decide and record of a command; typeset and seal of a paper; password hashes',
    labelNames: ['step'],
    buckets: STEP_SECONDS,
    registers,
  })
  const failed = new Counter({
    name: 'yichuang_steps_failed_total',
    help: 'Steps that ended in an error',
    labelNames: ['step'],
    registers,
  })
  const happenings = {
    command: new Counter({
      name: 'yichuang_commands_total',
      help: 'Commands by name and outcome: done, or the code of the refusal',
      labelNames: ['name', 'outcome'],
      registers,
    }),
    'sign-in': new Counter({
      name: 'yichuang_sign_ins_total',
      help: 'Sign-ins by outcome',
      labelNames: ['name', 'outcome'],
      registers,
    }),
    'reaction-failed': new Counter({
      name: 'yichuang_reactions_failed_total',
      help: 'Runs of a reaction that failed and will be tried again',
      labelNames: ['name', 'outcome'],
      registers,
    }),
  }
  for (const name of STEPS) failed.inc({ step: name }, 0)
  happenings['reaction-failed'].inc({ name: 'sign-notice', outcome: 'failed' }, 0)
  happenings['sign-in'].inc({ name: 'password', outcome: 'locked' }, 0)
  const ended = (name: StepName, started: number) =>
    steps.observe({ step: name }, (performance.now() - started) / 1000)

  return {
    happened: (what: keyof typeof happenings, name: string, outcome: string) =>
      happenings[what].inc({ name, outcome }),
    step: <Result>(name: StepName, work: () => Result): Result => {
      const started = performance.now()
      const result = work()
      if (!(result instanceof Promise)) {
        ended(name, started)
        return result
      }
      result.then(
        () => ended(name, started),
        () => failed.inc({ step: name }),
      )
      return result
    },
  }
}
