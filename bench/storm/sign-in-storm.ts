import { type HttpClient, openHttpClient } from '../http-client.ts'
import type { Product } from '../product.ts'
import { percentiles, type Percentiles } from '../percentiles.ts'
import type { Person } from '../documents/people.ts'
import { signIn } from '../sign-in.ts'

export type Storm = {
  /** Seconds until the last one was in. */
  readonly allIn: number
  /** Milliseconds each waited. */
  readonly waits: Percentiles
  readonly failures: number
  /** HTTP statuses of those. */
  readonly refusedWith: readonly number[]
  /** Of somebody who was in already and goes on reading meanwhile, milliseconds. */
  readonly reader: Percentiles
  /** Seconds of the server's processor time. */
  readonly cpu: number
  readonly cookies: readonly string[]
}

/** Everybody presses the button at once, each from an address of their own or all from one. */
export async function signInStorm(
  product: Product,
  people: readonly Person[],
  addressOf: (at: number) => string,
  reader: { readonly client: HttpClient; readonly cookie: string },
): Promise<Storm> {
  const client = openHttpClient({ port: product.port, connections: people.length })
  const cpuBefore = product.cpuSeconds()
  let isOver = false
  const reading = readOn(reader, () => isOver)
  const started = performance.now()
  const answers = await Promise.all(
    people.map(async (person, at) => {
      const headers = `x-forwarded-for: ${addressOf(at)}\r\n`
      const { status, cookie } = await signIn(client, person, headers)
      return { status, cookie, waited: performance.now() - started }
    }),
  )
  const refused = answers.filter(({ status, cookie }) => status !== 200 || cookie === '')
  const allIn = (performance.now() - started) / 1000
  isOver = true
  client.close()
  return {
    allIn,
    waits: percentiles(answers.map(({ waited }) => waited)),
    failures: refused.length,
    refusedWith: refused.map(({ status }) => status),
    reader: percentiles(await reading),
    cpu: product.cpuSeconds() - cpuBefore,
    cookies: answers.map(({ cookie }) => cookie).filter((cookie) => cookie !== ''),
  }
}

/** Reads a list again and again, as somebody at work does, and answers how long each took. */
async function readOn(
  { client, cookie }: { readonly client: HttpClient; readonly cookie: string },
  isOver: () => boolean,
): Promise<readonly number[]> {
  const took: number[] = []
  while (!isOver()) {
    const { status, milliseconds } = await client.send({
      method: 'GET',
      path: '/api/worklists',
      cookie,
    })
    if (status !== 200) throw new Error(`Who was in already cannot read: ${status}`)
    took.push(milliseconds)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return took
}
