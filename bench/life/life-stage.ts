import { mkdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type HttpClient, openHttpClient } from '../http-client.ts'
import type { Product } from '../product.ts'
import type { BenchRegion } from '../region/bench-region.ts'
import type { BenchContext } from '../section.ts'
import { type LifeStep, wholeLives } from './life-steps.ts'
import type { Cookies } from '../sign-in.ts'
import { copyDatabase } from './scratch-copy.ts'
import { signInAll } from '../sign-in.ts'

/** A copy of a region, and what may happen on it. */
export type LifeStage = {
  readonly region: BenchRegion
  readonly lives: readonly (readonly LifeStep[])[]
  /** A session of the database's owner. */
  readonly owner: pg.Client
  /** Opens the program on the copy with everybody signed in, works, and ends it. */
  readonly under: <Result>(
    program: string,
    work: (open: OpenServer) => Promise<Result>,
  ) => Promise<Result>
}

export type OpenServer = {
  readonly product: Product
  readonly client: HttpClient
  readonly cookies: Cookies
}

/** Work on a copy of the region of that size, which is dropped afterwards. */
export async function onScratchCopy<Result>(
  context: BenchContext,
  applications: number,
  atOnce: number,
  work: (stage: LifeStage) => Promise<Result>,
): Promise<Result> {
  const made = await context.region(applications)
  const copy = await copyDatabase(made.connectionString)
  const region = { ...made, connectionString: copy.connectionString }
  const lives = wholeLives(region.people)
  if (lives.length === 0) throw new Error('No department of the region has its people')
  const owner = new pg.Client({ connectionString: copy.connectionString })
  owner.on('error', () => undefined)
  try {
    await owner.connect()
    return await work({
      region,
      lives,
      owner,
      under: async (program, given) => {
        const dataFolder = path.join(context.scratch, program)
        mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
        const { connectionString } = copy
        const product = await context.startProduct({ connectionString, dataFolder, program })
        const client = openHttpClient({ port: product.port, connections: atOnce })
        try {
          const people = lives.flatMap((steps) => steps.map(({ person }) => person))
          return await given({
            product,
            client,
            cookies: await signInAll(client, people),
          })
        } finally {
          client.close()
          await product.stop()
        }
      },
    })
  } finally {
    await owner.end()
    await copy.drop()
  }
}
