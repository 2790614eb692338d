import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { cpuSecondsOf } from '../process-figures.ts'

export const PGBENCH_HINT =
  'pgbench was not found: without it there is no ratio. Debian: apt-get install postgresql-contrib; ' +
  'Fedora: dnf install postgresql-contrib; macOS: brew install libpq; or put it on PATH.'

/** On PATH, else the newest under /usr/lib/postgresql. */
export function findPgbench(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a))
    : []
  const folders = [
    ...(env['PATH'] ?? '').split(path.delimiter),
    ...versions.map((version) => path.join(debian, version, 'bin')),
  ]
  return folders.map((folder) => path.join(folder, 'pgbench')).find(isProgram)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export type PgbenchRun = {
  readonly lives: number
  readonly seconds: number
  /** Seconds of processor time pgbench itself used. */
  readonly cpuSeconds: number
}

/** Runs the scripts, drawn by lot, in prepared mode with so many clients for so long (`--time=…`, `--transactions=…`). */
export async function runPgbench(
  program: string,
  run: {
    readonly scripts: readonly string[]
    readonly connectionString: string
    readonly clients: number
    readonly length: readonly string[]
  },
): Promise<PgbenchRun> {
  const { scripts, connectionString, clients, length } = run
  const child = spawn(
    program,
    [
      '--no-vacuum',
      '--protocol=prepared',
      `--client=${clients}`,
      `--jobs=${Math.min(clients, 2)}`,
      ...length,
      ...scripts.map((script) => `--file=${script}`),
      '--define=i=0',
      // Later than every id there is, and than those of the run before.
      `--define=base=${Date.now() * 16}`,
    ],
    { env: { ...process.env, ...connectionSettings(connectionString) }, stdio: 'pipe' },
  )
  let output = ''
  let errors = ''
  child.stdout.on('data', (text) => (output += String(text)))
  child.stderr.on('data', (text) => (errors += String(text)))
  let cpuSeconds = 0
  const look = setInterval(() => {
    cpuSeconds = Math.max(cpuSeconds, cpuSecondsOf(child.pid ?? 0) || 0)
  }, 100)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(look)
  const [, lives] = /transactions actually processed: (\d+)/.exec(output) ?? []
  const [, tps] = /tps = ([\d.]+)/.exec(output) ?? []
  if (code !== 0 || lives === undefined || tps === undefined)
    throw new Error(`pgbench failed: ${errors.slice(0, 600)}`)
  return { lives: Number(lives), seconds: Number(lives) / Number(tps), cpuSeconds }
}

/** As libpq reads them; the same role and time zone as the product's own connections. */
function connectionSettings(connectionString: string): Record<string, string> {
  const url = new URL(connectionString.replace('@/', '@localhost/'))
  return {
    PGHOST: url.searchParams.get('host') ?? url.hostname,
    PGPORT: url.port === '' ? '5432' : url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: url.pathname.slice(1),
    PGOPTIONS: '-c timezone=UTC -c role=yichuang_app',
  }
}
