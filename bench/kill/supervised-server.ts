import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../free-port.ts'

export type SupervisedServer = {
  readonly base: string
  readonly pid: () => number
  /** Tells the supervisor that the next death is ours. */
  readonly expectDeath: () => void
  /** Times the program ended without having been killed. */
  readonly fellOver: () => number
  readonly endOfLog: () => string
  /** Ends it in order. */
  readonly stop: () => Promise<void>
}

const RESTART_AFTER_MS = 100

/** The real server program on data of its own, started again whenever it ends, as systemd would. */
export async function superviseServer(folder: string): Promise<SupervisedServer> {
  const port = await freePort()
  const log = path.join(folder, 'server.log')
  let child: ChildProcess
  let deathsExpected = 0
  let fellOver = 0
  let stopping = false

  function start(): void {
    const output = openSync(log, 'a')
    const env = {
      ...process.env,
      PORT: String(port),
      YICHUANG_DATA: path.join(folder, 'data'),
      // The clients of the load share a few accounts.
      RATE_LIMIT: '0',
    }
    // The database that is killed is the embedded one.
    delete (env as NodeJS.ProcessEnv)['DATABASE_URL']
    child = spawn(process.execPath, [path.resolve('dist/server/main.mjs'), '--demo'], {
      env,
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    child.once('exit', () => {
      if (stopping) return
      if (deathsExpected > 0) deathsExpected -= 1
      else fellOver += 1
      setTimeout(() => {
        if (!stopping) start()
      }, RESTART_AFTER_MS)
    })
  }
  start()

  return {
    base: `http://127.0.0.1:${port}`,
    pid: () => child.pid ?? 0,
    expectDeath: () => {
      deathsExpected += 1
    },
    fellOver: () => fellOver,
    endOfLog: () => readFileSync(log, 'utf8').slice(-1_500),
    stop: async () => {
      stopping = true
      // It may be between a death and the next start.
      await wait(RESTART_AFTER_MS)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGTERM')
      const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000)
      await ended
      clearTimeout(impatience)
    },
  }
}
