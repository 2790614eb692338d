import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { ordinaryEnvironment } from './ordinary-environment.ts'

export type ServerRun = {
  readonly child: ChildProcess
  /** Everything it said so far. */
  readonly said: () => string
  readonly ready: Promise<void>
}

const PROGRAM = path.resolve('dist', 'server', 'main.mjs')
const READY = /一窗已启动/

/** The product as `npm start` runs it: what it says, and when it says that it is ready. */
export function runServer(env: Readonly<Record<string, string>>): ServerRun {
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

/** Asks it to stop, and waits until it has. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
}
