import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { openOwnDatabase, type OwnDatabase, REGION } from '../documents/own-database.ts'
import { openAccounts } from '../documents/people.ts'
import { signIn } from '../sign-in.ts'
import { figure } from '../figure.ts'
import { openHttpClient } from '../http-client.ts'
import type { Product } from '../product.ts'
import type { BenchContext, Measured, Section, SectionReport } from '../section.ts'
import { type Reconnection, reconnectAndListen } from './call-to-screen.ts'
import { signInStorm, type Storm } from './sign-in-storm.ts'

export const stormSection: Section = {
  name: 'storm',
  title: "eight o'clock: 500 people sign in at once, 200 live feeds come back at once",
  run,
}

const PEOPLE = 500

async function run(context: BenchContext): Promise<SectionReport> {
  const { scratch, say } = context
  const dataFolder = path.join(scratch, 'data')
  mkdirSync(dataFolder)
  const database = await openOwnDatabase(scratch)
  try {
    const staff = await openAccounts(database.db, 'supervisor', 'ducha', PEOPLE)
    const [window] = await openAccounts(database.db, 'window-clerk', 'chuangkou', 1)
    if (window === undefined) throw new Error('nobody receives')
    await train(database)
    // From cold, twice, under the limits that ship: a server that has just started, nobody's session remembered.
    const start = () =>
      context.startProduct({
        connectionString: database.connectionString,
        dataFolder,
        env: { RATE_LIMIT: '1' },
      })
    const storm = async (product: Product, addressOf: (at: number) => string): Promise<Storm> => {
      const client = openHttpClient({ port: product.port, connections: 1 })
      const { cookie } = await signIn(client, window)
      try {
        return await signInStorm(product, staff, addressOf, { client, cookie })
      } finally {
        client.close()
      }
    }
    say(`${PEOPLE} people, each from an address of their own`)
    const first = await start()
    const apart = await storm(first, (at) => `10.20.${at >> 8}.${at & 255}`)
    await first.stop()
    say(`${PEOPLE} people behind one address`)
    const product = await start()
    const hall = await storm(product, () => '10.30.0.1')
    const client = openHttpClient({ port: product.port, connections: 1 })
    const clerk = { client, cookie: (await signIn(client, window)).cookie }
    const commands = context.quick ? 10 : 30
    say('200 live feeds come back, then 1,000')
    const few = await reconnectAndListen(product.port, hall.cookies, 200, clerk, commands)
    const many = await reconnectAndListen(product.port, hall.cookies, 1_000, clerk, commands)
    client.close()
    return {
      measured: [...stormFigures(apart, hall), ...feedFigures(few, many)],
      details: detailsOf({ apart, hall, few, many }),
    }
  } finally {
    await database.close()
  }
}

function stormFigures(apart: Storm, hall: Storm): readonly Measured[] {
  return [
    figure(`${PEOPLE} people at once, all in`, apart.allIn, 's', { atMost: 15 }),
    figure(`${PEOPLE} people behind one address, all in`, hall.allIn, 's', { atMost: 15 }),
    figure('refused or failed', apart.failures + hall.failures, '', { atMost: 0 }),
    figure('a reader meanwhile, 95th percentile', apart.reader.p95, 'ms', { atMost: 200 }),
  ]
}

function feedFigures(few: Reconnection, many: Reconnection): readonly Measured[] {
  return [
    figure('200 feeds come back, the last first byte', few.firstBytes.max, 'ms'),
    figure('feeds that did not come back', few.failures + many.failures, '', { atMost: 0 }),
    figure('events that a listener did not hear', few.lost + many.lost, '', { atMost: 0 }),
    figure('call to screen, 200 listeners, p99', few.callToScreen.p99, 'ms', { atMost: 200 }),
    figure('call to screen, 1,000 listeners, p99', many.callToScreen.p99, 'ms', { atMost: 200 }),
  ]
}

function detailsOf({
  apart,
  hall,
  few,
  many,
}: {
  readonly apart: Storm
  readonly hall: Storm
  readonly few: Reconnection
  readonly many: Reconnection
}): string {
  const told = ({ waits, reader, cpu, refusedWith }: Storm) =>
    `${refusedWith.length === 0 ? '' : `refused with ${[...new Set(refusedWith)].join(', ')}; `}waits ${ms(waits.p50)} median, ${ms(waits.p95)} p95, ${ms(waits.max)} at most; ${((cpu * 1000) / PEOPLE).toFixed(1)} ms of the server's processor time each, hashing included; a reader meanwhile ${ms(reader.p50)} median, ${ms(reader.max)} at most`
  const heard = ({ callToScreen, firstBytes }: Reconnection) =>
    `first bytes ${ms(firstBytes.p50)} median, ${ms(firstBytes.max)} at most; from the command's answer to the event ${ms(callToScreen.p50)} median, ${ms(callToScreen.p95)} p95, ${ms(callToScreen.max)} at most`
  return [
    'Right after the start of the server, its limits in force, every password hashed with argon2id.',
    `Each from an address of their own: ${told(apart)}.`,
    `All behind one address: ${told(hall)}.`,
    `200 listeners: ${heard(few)}.`,
    `1,000 listeners: ${heard(many)}. The listeners live in the process that measures, on the same processors.`,
  ].join('\n')
}

/** The courses that let the clerk receive. */
async function train({ db }: OwnDatabase): Promise<void> {
  await db.query(
    `insert into account_training (region_code, account_id, course, recorded_at)
     select a.region_code, a.account_id, c.course, $2 from account a, unnest($3::text[]) as c(course)
      where a.region_code = $1 and a.role = 'window-clerk'`,
    [
      REGION,
      new Date().toISOString(),
      ['etiquette', 'culture-tourism', 'market-regulation', 'justice'],
    ],
  )
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`
}
