import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../bench/free-port.ts'
import { withClient } from '../../server/database/with-client.ts'

export type RunningServer = {
  readonly base: string
  readonly folder: string
  readonly metricsPort: number
  /** Everything the process and its database have written so far. */
  readonly output: () => string
  readonly databaseLog: () => string
  /** Nothing that must follow an event is left to be done: every paper lies in the register. */
  readonly atRest: () => Promise<void>
  readonly stop: () => Promise<void>
}

const PATIENCE_MS = 120_000

const PRODUCTION = {
  PUBLIC_URL: 'https://yichuang.invalid',
  YICHUANG_SEAL_PASSPHRASE: 'ceshi-ceshi-ceshi-ceshi',
}

/** The built program with its embedded database in a folder of its own; with the demonstration's people unless told otherwise. */
export async function runServer(
  env: Readonly<Record<string, string>> = {},
  { demonstration = true } = {},
): Promise<RunningServer> {
  const program = path.resolve('dist/server/main.mjs')
  if (!existsSync(program)) throw new Error('Run npm run build first')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-running-'))
  chmodSync(folder, 0o755)
  const [port, metricsPort] = [await freePort(), await freePort()]
  let output = ''
  const child = spawn(process.execPath, [program, ...(demonstration ? ['--demo'] : [])], {
    env: {
      ...withoutSettings(process.env),
      PORT: String(port),
      YICHUANG_DATA: path.join(folder, 'data'),
      ...(demonstration ? {} : PRODUCTION),
      ...(env['METRICS_PORT'] === 'any' ? { ...env, METRICS_PORT: String(metricsPort) } : env),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const base = `http://127.0.0.1:${port}`
  await answers(child, base, () => output)
  return {
    base,
    folder,
    metricsPort,
    output: () => output,
    databaseLog: () => readFileSync(path.join(folder, 'data', 'postgres', 'postgres.log'), 'utf8'),
    atRest: () => reactionsDone(path.join(folder, 'data', 'postgres')),
    stop: async () => {
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A developer's own settings are no part of a test. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours =
    /^(YICHUANG_(?!CAPTURE_SQL)|OTEL_|METRICS_|DATABASE_URL|LOG_LEVEL|PUBLIC_URL|NODE_OPTIONS)/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)))
}

async function answers(child: ChildProcess, base: string, output: () => string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until && child.exitCode === null) {
    const answer = await fetch(`${base}/ready`).catch(() => undefined)
    if (answer?.status === 200) return
    await wait(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start:\n${output().slice(-1_500)}`)
}

async function reactionsDone(folder: string): Promise<void> {
  const password = readFileSync(path.join(folder, 'password'), 'utf8').trim()
  const address = `postgresql://postgres:${password}@/yichuang?host=${encodeURIComponent(folder)}`
  const undone = 'select from reaction where done_at is null and run_at <= now() limit 1'
  await withClient(address, async (client) => {
    while ((await client.query(undone)).rowCount !== 0) await wait(100)
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await exit
  clearTimeout(impatience)
}
