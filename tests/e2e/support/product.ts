import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { runServer, stopServer } from './server-run.ts'

export type Product = {
  /** http://localhost:45123 */
  readonly address: string
  /** Seals, keys and caches of this run alone. */
  readonly dataFolder: string
  /** Everything it said so far. */
  readonly said: () => string
}

/** The product as `npm start` runs it, on a copy of the demonstration with its keys; stopped after the file. */
export async function startProduct(connectionString: string): Promise<Product> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-e2e-'))
  cpSync(inject('demonstration').dataFolder, dataFolder, { recursive: true })
  const port = await freePort()
  const server = runServer({
    DATABASE_URL: connectionString,
    YICHUANG_DATA: dataFolder,
    PORT: String(port),
  })
  afterAll(async () => {
    await stopServer(server.child)
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

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
