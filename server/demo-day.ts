import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ABA_CALENDAR } from '../catalogue/aba/load-calendar.ts'
import { ABA_HALL } from '../catalogue/aba/load-hall.ts'
import { momentOf } from '../domain/booking/booking.ts'
import { isWorkingDay } from '../domain/deadline/working-calendar.ts'
import type { Instant, LocalDate } from '../domain/shared/ids.ts'
import { addDays, chineseDate, localDateOf } from '../domain/shared/local-date.ts'
import { readConfiguration } from './configuration.ts'
import { createDayClock } from './demonstration-day/day-clock.ts'
import { createEntrance, DayStopped } from './demonstration-day/day-places.ts'
import type { Tally } from './demonstration-day/day-run.ts'
import { hallClient } from './demonstration-day/hall-client.ts'
import { playDay } from './demonstration-day/play-day.ts'
import { setHours } from './demonstration-day/set-hours.ts'
import { DEMONSTRATION_PASSWORD } from './demonstration/prepare-demonstration.ts'
import { keepHeapSmall } from './heap-settings.ts'
import { say, startServer } from './start-server.ts'

// npm run demo:day. Exit code 0: the day was played; 1: it could not be.

const { values } = parseArgs({
  options: {
    speed: { type: 'string', default: '60' },
    people: { type: 'string', default: '150' },
    seed: { type: 'string', default: '2026' },
    port: { type: 'string', default: '8766' },
    server: { type: 'string' },
    once: { type: 'boolean', default: false },
  },
})
const speed = numberOf('speed', values.speed, 1, 600)
const people = numberOf('people', values.people, 20, 600)
const seed = numberOf('seed', values.seed, 0, 4_294_967_295)
const port = numberOf('port', values.port, 0, 65_535)
const MARK = '.demo-day'
const { periods } = ABA_HALL.hours
const AROUND_THE_CLOCK = {
  periods: [{ from: 0, to: 1_440 }],
  days: 'every-day',
  confirmed: false,
} as const

keepHeapSmall()
const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => interruption.abort())
const { signal } = interruption
try {
  await (values.server === undefined ? playOwnDay() : playAt(values.server))
} catch (error) {
  say(error instanceof DayStopped ? error.message : `演示日没有播放完：${String(error)}`)
  process.exitCode = 1
}

/** A server of its own, whose clock runs as fast as the day is played. */
async function playOwnDay(): Promise<void> {
  const day = workingDayBefore(localDateOf(new Date().toISOString() as Instant))
  const clock = createDayClock(momentOf(workingDayBefore(day), 16 * 60), speed)
  const dataFolder = emptyFolder()
  const configuration = {
    ...readConfiguration({ ...process.env, PORT: String(port) }, ['--demo']),
    databaseUrl: undefined,
    dataFolder,
    rateLimit: 0,
  }
  const server = await startServer(configuration, {
    papers: false,
    clock: () => new Date(clock.now()).toISOString() as Instant,
  })
  const address = `http://localhost:${port}`
  try {
    say(
      `演示日：${chineseDate(day)}，${people} 人，3 个窗口，按 ${speed} 倍速播放：1 分钟放 ${60 / speed} 秒。`,
    )
    say(`数据在 ${dataFolder}，每次重新开始；口令 ${DEMONSTRATION_PASSWORD}。`)
    tellPlaces(address)
    const client = hallClient(address)
    // A demonstration is open around the clock otherwise.
    await setHours(client, createEntrance(client), ABA_HALL.hours)
    const setting = { client, clock, day, people, seed, periods, signal, say }
    const tally = await playDay({ ...setting, isServersClock: true })
    clock.slowDown()
    tellEnd(tally, address)
    if (values.once) return
    say('服务继续运行，按 Ctrl+C 结束。')
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve()
      else signal.addEventListener('abort', () => resolve(), { once: true })
    })
  } finally {
    await server.stop()
  }
}

/** A demonstration that runs already has the real time: minutes of service become seconds, and so they are recorded. */
async function playAt(server: string): Promise<void> {
  const address = server.replace(/\/$/, '')
  const client = hallClient(address)
  const day = localDateOf(new Date().toISOString() as Instant)
  const clock = createDayClock(momentOf(day, 8 * 60 + 30), speed)
  say(
    `在运行中的演示环境 ${address} 播放：真实服务器没有虚拟时钟，1 分钟的办理压缩为 ${60 / speed} 秒，`,
  )
  say('记录下来的等候和办理也是压缩后的时间。预约须提前一个工作日，这里没有人预约。')
  tellPlaces(address)
  const enter = createEntrance(client)
  const restore = await setHours(client, enter, AROUND_THE_CLOCK)
  try {
    const setting = { client, clock, day, people, seed, periods, signal, say }
    const tally = await playDay({ ...setting, isServersClock: false })
    tellEnd(tally, address)
  } finally {
    await restore()
  }
}

function tellPlaces(address: string): void {
  say(`  大厅屏      ${address}/hall/screen`)
  say(`  窗口屏      ${address}/hall/window/1`)
  say(`  大厅管理    ${address}/hall          （登录 dating）`)
  say(`  综合窗口    ${address}/window        （登录 chuangkou1）`)
  say(`  自助机      ${address}/kiosk`)
  say(`  排班推演    ${address}/hall/planner  （登录 dating，播放完再看）`)
}

function tellEnd(tally: Tally, address: string): void {
  say(
    `播放完：取号 ${tally.came}（预约签到 ${tally.booked}），办结 ${tally.served}，过号 ${tally.passed}，转移 ${tally.transferred}，挂起 ${tally.held}，评价 ${tally.rated}，没有取到号 ${tally.refused}。`,
  )
  say(`排班推演里有了这一天：${address}/hall/planner`)
}

function workingDayBefore(day: LocalDate): LocalDate {
  let before = addDays(day, -1)
  while (!isWorkingDay(before, ABA_CALENDAR)) before = addDays(before, -1)
  return before
}

/** A folder that this program made before is made anew; any other is left alone. */
function emptyFolder(): string {
  const folder = path.resolve(process.env['YICHUANG_DATA'] ?? 'data-demo-day')
  const mark = path.join(folder, MARK)
  if (existsSync(folder)) {
    if (!existsSync(mark))
      throw new DayStopped(`${folder} 不是演示日的文件夹，没有改动它。请换一个 YICHUANG_DATA。`)
    rmSync(folder, { recursive: true, force: true })
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(mark, '')
  return folder
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (Number.isFinite(value) && value >= least && value <= most) return value
  say(`--${name} 须为 ${least} 至 ${most} 的数。`)
  process.exit(1)
}
