import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll } from 'vitest'
import { ordinaryEnvironment } from './ordinary-environment.ts'

export type Product = {
  /** http://localhost:45123 */
  readonly address: string
  /** Seals, keys and caches of this run alone. */
  readonly dataFolder: string
  /** Everything it said so far. */
  readonly said: () => string
}

const PROGRAM = path.resolve('dist', 'server', 'main.mjs')
const READY = /一窗已启动/

/** The product as `npm start` runs it, on a database of its own; stopped after the file. */
export async function startProduct(connectionString: string): Promise<Product> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-e2e-'))
  const port = await freePort()
  const server = runServer({
    DATABASE_URL: connectionString,
    YICHUANG_DATA: dataFolder,
    PORT: String(port),
  })
  afterAll(async () => {
    await stop(server.child)
    rmSync(dataFolder, { recursive: true, force: true })
  })
  await server.ready
  return { address: `http://localhost:${port}`, dataFolder, said: server.said }
}

/** A start that is expected to be refused: what it said, and its exit code. */
export async function startRefused(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly said: string; readonly code: number | null }> {
  const { child, said } = runServer(env)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { said: said(), code }
}

function runServer(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [PROGRAM, '--demo'], {
    env: { ...ordinaryEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const said = () => lines.join('\n')
  const ready = new Promise<void>((resolve, reject) => {
    const look = (line: string) => {
      lines.push(line)
      if (READY.test(line)) resolve()
    }
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', look)
    child.once('close', (code) =>
      reject(new Error(`The server ended with code ${String(code)}:\n${said()}`)),
    )
  })
  // Whoever expects a refused start asks for its exit code instead.
  ready.catch(() => undefined)
  return { child, said, ready }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
