import type { FileFault } from './scenario.ts'
import type { ScenarioOutcome, StepOutcome } from './play-scenario.ts'

/** How a rehearsal is told: lines for people, or the same as JSON lines. */
export type RehearsalReport = {
  readonly scenario: (outcome: ScenarioOutcome) => readonly string[]
  readonly fault: (fault: FileFault) => string
  /** The closing line, counting scenarios. */
  readonly closing: (passed: number, failed: number) => string
}

export const plainReport: RehearsalReport = {
  scenario: ({ scenario, steps }) => [
    `# ${scenario.file}  ${scenario.title}`,
    ...steps.map((outcome) => stepLine(outcome)),
  ],
  fault: ({ file, line, message }) => `${file}${line > 0 ? `，第 ${line} 行` : ''}：${message}。`,
  closing: (passed, failed) => `${passed} passed, ${failed} failed`,
}

export const jsonReport: RehearsalReport = {
  scenario: ({ scenario, steps }) =>
    steps.map((outcome) => {
      const { step, differences, detail } = outcome
      return JSON.stringify({
        file: scenario.file,
        scenario: scenario.title,
        step: step.number,
        ok: differences.length === 0,
        as: step.as,
        do: step.name,
        application: step.application,
        expected: Object.fromEntries(differences.map(({ key, expected }) => [key, expected])),
        got: Object.fromEntries(differences.map(({ key, got }) => [key, got])),
        ...(detail === '' ? {} : { detail }),
      })
    }),
  fault: (fault) => JSON.stringify({ unusable: fault }),
  closing: (passed, failed) => JSON.stringify({ passed, failed }),
}

function stepLine({ step, differences, detail }: StepOutcome): string {
  const { number, as, name, application, at } = step
  const clock = at === null ? '' : `[${minuteOf(at)}] `
  const what = [as, name, application].filter((part) => part !== null).join(' ')
  if (differences.length === 0) return `ok      ${number}  ${clock}${what}`
  const wrong = differences.map(
    ({ key, expected, got }) => `${key} expected ${expected}, got ${got}`,
  )
  return `NOT ok  ${number}  ${clock}${what}: ${wrong.join('; ')}${detail === '' ? '' : ` (${detail})`}`
}

function minuteOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 60 * 60 * 1000).toISOString().slice(0, 16).replace('T', ' ')
}
