import type { HttpClient } from '../http-client.ts'
import { percentiles, type Percentiles } from '../percentiles.ts'
import type { Operation } from './operations.ts'

export type Timing = Percentiles & {
  readonly operation: Operation
  /** Milliseconds of the first request of all. */
  readonly first: number
  /** Rows of the last answer; null: it has none. */
  readonly rows: number | null
  readonly cut: boolean
}

const WARMING = 4

/** Rounds over all operations, so that a disturbance of the machine hits none of them alone. */
export async function measureOperations(
  client: HttpClient,
  operations: readonly Operation[],
  rounds: number,
  sizeOf: (operation: Operation) => number,
): Promise<Timing[]> {
  const taken = operations.map((operation) => ({
    operation,
    first: Number.NaN,
    values: [] as number[],
    rows: null as number | null,
    cut: false,
  }))
  for (let round = 0; round < WARMING + rounds; round += 1)
    for (const entry of taken) {
      const { operation } = entry
      const { milliseconds, body } = await ask(client, operation, round, sizeOf(operation))
      if (round === 0) entry.first = milliseconds
      if (round >= WARMING) entry.values.push(milliseconds)
      if (round === WARMING + rounds - 1) Object.assign(entry, answered(body))
    }
  return taken.map(({ operation, first, values, rows, cut }) => ({
    operation,
    first,
    rows,
    cut,
    ...percentiles(values),
  }))
}

export async function ask(client: HttpClient, operation: Operation, round: number, size: number) {
  const { paths, isPaged, cookie } = operation
  const path = `${paths[round % paths.length] ?? ''}${isPaged ? `size=${size}` : ''}`
  const answer = await client.send({ method: 'GET', path, cookie })
  if (answer.status !== 200)
    throw new Error(`${operation.name}: ${answer.status} ${answer.body.toString().slice(0, 200)}`)
  return answer
}

function answered(body: Buffer): { rows: number | null; cut: boolean } {
  const { rows, hint } = JSON.parse(body.toString()) as { rows?: unknown[]; hint?: string | null }
  return { rows: rows?.length ?? null, cut: typeof hint === 'string' }
}
