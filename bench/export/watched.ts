import { setTimeout as wait } from 'node:timers/promises'
import type { HttpClient } from '../http-client.ts'
import type { Product } from '../product.ts'

const EVERY_MS = 25

export type Watched<Value> = {
  readonly value: Value
  /** The most resident memory that was seen, in bytes. */
  readonly memory: number
  /** How long a light request of somebody else took, one after another. */
  readonly delays: readonly number[]
}

/** Does the work while somebody else goes on reading and the server's memory is looked at. */
export async function watched<Value>(
  { memory }: Product,
  client: HttpClient,
  cookie: string,
  work: Promise<Value>,
): Promise<Watched<Value>> {
  let most = memory()
  const delays: number[] = []
  const state = { over: false }
  const settled = work.finally(() => {
    state.over = true
  })
  // Whoever awaits the work below hears of its failure.
  settled.catch(() => undefined)
  while (!state.over) {
    const { status, milliseconds } = await client.send({
      method: 'GET',
      path: '/api/session',
      cookie,
    })
    if (status !== 200) throw new Error(`/api/session answered ${status}`)
    delays.push(milliseconds)
    most = Math.max(most, memory())
    await wait(EVERY_MS)
  }
  return { value: await settled, memory: most, delays }
}
