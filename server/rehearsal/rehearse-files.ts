import { readScenarioFiles } from './read-scenario-files.ts'
import { openTheatre, type ComposeRehearsedServer } from './open-theatre.ts'
import { playScenario, type ScenarioOutcome } from './play-scenario.ts'
import { jsonReport, plainReport } from './rehearsal-report.ts'
import type { Scenario } from './scenario.ts'
import type { Theatre } from './stage.ts'

/** Scenarios played at once: each waits for the database most of the time. */
const AT_ONCE = 6
const USAGE =
  '用法：npm run -s rehearse -- [--json] 文件或者文件夹…\n请写出至少一个演练文件（.yaml）或者文件夹，例如 scenarios'

export type RehearsalOptions = {
  readonly arguments: readonly string[]
  readonly compose: ComposeRehearsedServer
  /** The region of the n-th scenario of this run, from 0. */
  readonly regionOf: (index: number) => number
  /** A server to make the database on; without it, one of the rehearsal's own. */
  readonly databaseUrl: string | undefined
  /** Ends the rehearsal early and still takes everything down. */
  readonly interrupted: AbortSignal
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}

/** Plays the files named; answers the exit code: 0 all hold, 1 something does not, 2 a file is unusable. */
export async function rehearseFiles(options: RehearsalOptions): Promise<0 | 1 | 2> {
  const { print, complain } = options
  const wishes = options.arguments.filter((argument) => argument.startsWith('-'))
  const named = options.arguments.filter((argument) => !argument.startsWith('-'))
  const json = wishes.includes('--json')
  const unknown = wishes.find((wish) => wish !== '--json' && wish !== '--')
  if (unknown !== undefined || named.length === 0) {
    complain(unknown === undefined ? USAGE : `不认识的选项“${unknown}”。\n${USAGE}`)
    return 2
  }
  const report = json ? jsonReport : plainReport
  const { scenarios, faults } = readScenarioFiles(named)
  if (faults.length > 0) {
    for (const fault of faults) (json ? print : complain)(report.fault(fault))
    return 2
  }
  const theatre = await openTheatre(options.compose, options.databaseUrl)
  try {
    let failed = 0
    for await (const outcome of playAll(theatre, scenarios, options)) {
      if (!outcome.passed) failed += 1
      for (const line of report.scenario(outcome)) print(line)
    }
    print(report.closing(scenarios.length - failed, failed))
    return failed === 0 ? 0 : 1
  } finally {
    await theatre.close()
  }
}

/** Several at once, told in the order of the files. */
async function* playAll(
  theatre: Theatre,
  scenarios: readonly Scenario[],
  { regionOf, interrupted }: Pick<RehearsalOptions, 'regionOf' | 'interrupted'>,
): AsyncGenerator<ScenarioOutcome> {
  const running: Promise<ScenarioOutcome>[] = []
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(new Error('演练被中断'))
    if (interrupted.aborted) stop()
    else interrupted.addEventListener('abort', stop, { once: true })
  })
  const begin = (index: number) => {
    const scenario = scenarios[index]
    if (scenario !== undefined) running[index] = playScenario(theatre, regionOf(index), scenario)
  }
  for (let index = 0; index < AT_ONCE; index += 1) begin(index)
  for (const index of scenarios.keys()) {
    const outcome = await Promise.race([running[index], stopped])
    begin(index + AT_ONCE)
    if (outcome !== undefined) yield outcome
  }
}
