import { admitCast } from './admit-cast.ts'
import { playStep } from './play-step.ts'
import type { Difference } from './compare-expectation.ts'
import type { Scenario, Step } from './scenario.ts'
import type { Stage, Theatre } from './stage.ts'

export type StepOutcome = {
  readonly step: Step
  readonly differences: readonly Difference[]
  readonly detail: string
}
export type ScenarioOutcome = {
  readonly scenario: Scenario
  readonly steps: readonly StepOutcome[]
  readonly passed: boolean
}

/** Plays one scenario in a region of its own; a step that fails does not stop those after it. */
export async function playScenario(
  theatre: Theatre,
  regionCode: number,
  scenario: Scenario,
): Promise<ScenarioOutcome> {
  theatre.clocks.set(regionCode, scenario.now)
  const cookies = await admitCast(theatre.migrator, regionCode)
  const stage: Stage = { theatre, regionCode, cookies, played: new Map() }
  const steps: StepOutcome[] = []
  for (const step of scenario.steps) steps.push({ step, ...(await played(stage, step)) })
  const passed = steps.every(({ differences }) => differences.length === 0)
  return { scenario, steps, passed }
}

async function played(stage: Stage, step: Step): Promise<Omit<StepOutcome, 'step'>> {
  try {
    return await playStep(stage, step)
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error)
    return { differences: [{ key: 'step', expected: 'played', got }], detail: '' }
  }
}
