import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { openHttpClient } from '../http-client.ts'
import { seededRandom } from '../kill/seeded-random.ts'
import { newTally } from '../mix/mix-tally.ts'
import { openSessions } from '../mix/open-sessions.ts'
import { postgresCpuOf } from '../postgres-cpu.ts'
import type { BenchContext, Section, SectionReport } from '../section.ts'
import { bookAhead } from './book-ahead.ts'
import { callsOnScreens, openScreens } from './calls-on-screens.ts'
import { hallCaller } from './hall-caller.ts'
import { FULL_PAST, type HallPast, QUICK_PAST } from './hall-past.ts'
import { hallReport } from './hall-report.ts'
import {
  doorsOpen,
  kioskGoesOn,
  type Morning,
  phoneFollows,
  screenShows,
  windowWaitsInVain,
  windowWorks,
} from './morning.ts'
import { mergeJournal } from './offline-journal.ts'
import { openHall, prepareHall } from './open-hall.ts'
import { calledTwiceOn, comeTogether, raceOfWindows } from './race.ts'

/** Windows that work, and windows to which nobody comes. */
const WINDOWS = 10
const IN_VAIN = 5
const KIOSKS = 10
const SCREENS = 200
const READING_SCREENS = 20
const PHONES = 40
const CITIZENS = 10
const INTAKES = 200
/** Each in the hall has a connection of their own; of all so many wait for an answer at once at most. */
const CONNECTIONS = 100

type Lengths = {
  readonly applications: number
  readonly past: HallPast
  /** Tickets at each kiosk as the doors open. */
  readonly door: number
  /** Seconds. */
  readonly morning: number
  readonly race: number
}
const FULL: Lengths = {
  applications: 1_000_000,
  past: FULL_PAST,
  door: 20,
  morning: 90,
  race: 1_000,
}
const QUICK: Lengths = {
  applications: 20_000,
  past: QUICK_PAST,
  door: 10,
  morning: 8,
  race: 200,
}

export const hallSection: Section = {
  name: 'hall',
  title: 'a morning in the hall: kiosks, windows, screens, appointments, a journal merged',
  run: runHall,
}

async function runHall(context: BenchContext): Promise<SectionReport> {
  const lengths = context.quick ? QUICK : FULL
  const region = await context.region(lengths.applications)
  const { connectionString, regionCode, people } = region
  await prepareHall(region, lengths.past)
  const dataFolder = path.join(context.scratch, 'server')
  mkdirSync(dataFolder, { recursive: true })
  const product = await context.startProduct({ connectionString, dataFolder })
  const client = openHttpClient({ port: product.port, connections: CONNECTIONS })
  const postgresCpu = await postgresCpuOf(connectionString)
  const clerks = people.clerks.slice(0, WINDOWS + IN_VAIN)
  const hall = await openHall(region, client, { clerks, kiosks: KIOSKS })
  const citizens = await openSessions(connectionString, people.applicants)
  const screens = await openScreens(product.port, SCREENS)
  try {
    const tally = newTally()
    const calls = new Map<string, number>()
    const morning: Morning = {
      caller: hallCaller(client, () => tally),
      hall,
      random: seededRandom(8),
      tickets: [],
      calls,
      people: { came: 0 },
      until: performance.now() + lengths.morning * 1000,
    }
    const doorTally = newTally()
    const opened = performance.now()
    await doorsOpen({ ...morning, caller: hallCaller(client, () => doorTally) }, lengths.door)
    const door = {
      tickets: morning.tickets.length,
      seconds: (performance.now() - opened) / 1000,
    }
    context.say(`${door.tickets} tickets in ${door.seconds.toFixed(1)} s, ${SCREENS} screens look`)
    const windows = hall.windows.slice(0, WINDOWS)
    const inVain = hall.windows
      .slice(WINDOWS)
      .map((window, at) => windowWaitsInVain(morning, window, hall.kiosks[at] ?? ''))
    const before = { requests: tally.counts.requests, cpu: product.cpuSeconds(), db: postgresCpu() }
    const began = performance.now()
    await Promise.all([
      ...hall.kiosks.map((device) => kioskGoesOn(morning, device)),
      ...windows.map((window) => windowWorks(morning, window)),
      ...several(PHONES, (at) => phoneFollows(morning, `10.41.0.${at}`)),
      ...several(READING_SCREENS, (at) => screenShows(morning, `10.40.0.${at}`)),
      ...several(CITIZENS, (at) => citizensBook(morning, citizens, at)),
    ])
    const pace = {
      seconds: (performance.now() - began) / 1000,
      requests: tally.counts.requests - before.requests,
      serverCpu: product.cpuSeconds() - before.cpu,
      postgresCpu: postgresCpu() - before.db,
    }
    const raceTally = newTally()
    const racing = { ...morning, caller: hallCaller(client, () => raceTally), calls: new Map() }
    await comeTogether(racing, lengths.race)
    const beforeRace = { cpu: product.cpuSeconds(), db: postgresCpu() }
    const raced = await raceOfWindows(racing, windows)
    const raceCpu = {
      serverCpu: product.cpuSeconds() - beforeRace.cpu,
      postgresCpu: postgresCpu() - beforeRace.db,
    }
    context.say(`${raced.calls} calls by ${WINDOWS} windows in ${raced.seconds.toFixed(1)} s`)
    const mergeTally = newTally()
    const [clerk = { cookie: '' }] = windows
    const merging = await mergeJournal(
      hallCaller(client, () => mergeTally),
      clerk,
      INTAKES,
    )
    await Promise.all(inVain)
    const today = localDateOf(new Date().toISOString() as Instant)
    return hallReport({
      applications: region.applications,
      past: lengths.past,
      morning: tally.done(),
      door,
      doorTally: doorTally.done(),
      pace,
      screens: SCREENS,
      onScreens: await callsOnScreens(screens, calls),
      windows: WINDOWS,
      race: {
        ...raced,
        ...raceCpu,
        calledTwice: await calledTwiceOn(connectionString, regionCode, today),
      },
      raceTally: raceTally.done(),
      merging,
      mergeTally: mergeTally.done(),
      memory: product.peakMemory(),
    })
  } finally {
    for (const screen of screens) screen.close()
    client.close()
  }
}

/** One citizen after the other, each booking for the first time. */
async function citizensBook(
  { caller, random, until }: Morning,
  cookies: readonly string[],
  lane: number,
): Promise<void> {
  for (let at = lane; performance.now() < until; at += CITIZENS) {
    const cookie = cookies[at % cookies.length] ?? ''
    await bookAhead(caller, { cookie }, random)
  }
}

function several<Result>(count: number, one: (at: number) => Result): readonly Result[] {
  return Array.from({ length: count }, (_, at) => one(at))
}
