import { percentiles } from '../percentiles.ts'
import type { MixTally, Operation } from './mix-messages.ts'

type Times = Operation & { readonly milliseconds: number[] }

/** What was measured in one phase. */
export function newTally() {
  const operations = new Map<string, Times>()
  const refusals: Record<string, number> = {}
  const errors: Record<string, number> = {}
  const live: number[] = []
  const counts = { requests: 0, visits: 0, leftOut: 0 }
  const started = performance.now()
  const cpu = process.cpuUsage()

  return {
    counts,
    live: (milliseconds: number) => live.push(milliseconds),
    refused: (code: string) => (refusals[code] = (refusals[code] ?? 0) + 1),
    failed: (what: string) => (errors[what] = (errors[what] ?? 0) + 1),
    answered: (operation: Operation, milliseconds: number): void => {
      counts.requests += 1
      const times = operations.get(operation.name) ?? { ...operation, milliseconds: [] }
      operations.set(operation.name, times)
      times.milliseconds.push(milliseconds)
    },
    done: (): MixTally => {
      const seconds = (performance.now() - started) / 1000
      const { user, system } = process.cpuUsage(cpu)
      const of = (kind: Operation['kind']) =>
        [...operations.values()]
          .filter((times) => times.kind === kind)
          .flatMap(({ milliseconds }) => milliseconds)
      return {
        seconds,
        requests: counts.requests,
        operations: [...operations.values()]
          .map(({ kind, name, milliseconds }) => ({
            kind,
            name,
            count: milliseconds.length,
            ...percentiles(milliseconds),
          }))
          .toSorted((a, b) => b.count - a.count),
        reads: percentiles(of('read')),
        writes: percentiles(of('write')),
        live: percentiles(live),
        liveCount: live.length,
        refusals,
        errors,
        visitsASecond: counts.visits / seconds,
        visitsLeftOut: counts.leftOut,
        clientCpu: (user + system) / 1e6,
      }
    },
  }
}
export type Tally = ReturnType<typeof newTally>
