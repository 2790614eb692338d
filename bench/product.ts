import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './free-port.ts'
import { familyCpuSeconds, familyMemory, watchMemory } from './process-figures.ts'

export type ProductOptions = {
  readonly connectionString: string
  /** Keys, seals and caches; kept between starts of one section. */
  readonly dataFolder: string
  /** A program of `dist/server`; `main`, the shipped one, by default. */
  readonly program?: string
  /** Further settings of the server. */
  readonly env?: Readonly<Record<string, string>>
}

export type Product = {
  readonly base: string
  readonly port: number
  readonly pid: number
  /** Milliseconds from start until `/ready` answered. */
  readonly startedIn: number
  /** Resident memory now, and the most that was seen since the start, with its typesetter's, in bytes. */
  readonly memory: () => number
  readonly peakMemory: () => number
  /** Seconds of processor time the server and its typesetter have used. */
  readonly cpuSeconds: () => number
  readonly stop: () => Promise<void>
}

const START_PATIENCE_MS = 120_000

/** The shipped program, in production mode, as an installation runs it behind its proxy. */
export async function startProduct({
  connectionString,
  dataFolder,
  program = 'main',
  env = {},
}: ProductOptions): Promise<Product> {
  const port = await freePort()
  const log = path.join(dataFolder, 'server.log')
  const output = openSync(log, 'a')
  const started = performance.now()
  const child = spawn(process.execPath, [path.resolve(`dist/server/${program}.mjs`)], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: connectionString,
      YICHUANG_DATA: dataFolder,
      YICHUANG_SEAL_PASSPHRASE: 'bench-bench-bench-bench',
      PUBLIC_URL: 'https://yichuang.invalid',
      BEHIND_PROXY: '1',
      LOG_LEVEL: 'warn',
      // A few accounts of the bench do what a thousand people do.
      RATE_LIMIT: '0',
      ...env,
    },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const base = `http://127.0.0.1:${port}`
  await answers(child, base, log)
  const pid = child.pid ?? 0
  const stopWatching = watchMemory(pid)
  return {
    base,
    port,
    pid,
    startedIn: performance.now() - started,
    memory: () => familyMemory(pid),
    peakMemory: stopWatching.most,
    cpuSeconds: () => familyCpuSeconds(pid),
    stop: async () => {
      stopWatching.stop()
      await ended(child)
    },
  }
}

async function answers(child: ChildProcess, base: string, log: string): Promise<void> {
  const until = performance.now() + START_PATIENCE_MS
  while (performance.now() < until && child.exitCode === null) {
    const answer = await fetch(`${base}/ready`).catch(() => undefined)
    if (answer?.status === 200) return
    await wait(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start:\n${readFileSync(log, 'utf8').slice(-1_500)}`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await exit
  clearTimeout(impatience)
}
