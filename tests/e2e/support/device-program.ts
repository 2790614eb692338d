import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { ordinaryEnvironment } from './ordinary-environment.ts'

export type DeviceProgram = {
  /** The public key of its simulated reader, as a server is told to trust it. */
  readonly readerKeys: string
  readonly folder: string
  /** Everything that its people would see and hear: the bar's light, the locker's doors. */
  readonly said: () => string
  /** The code that it shows now. */
  readonly code: () => string
  /** `scan …`, `card in`, `trouble …`, as a person types it. */
  readonly type: (line: string) => void
  readonly stop: () => Promise<void>
}

const PROGRAM = path.resolve('dist', 'devices', 'main.mjs')

/** The built device program with every device simulated, at the published port: the page's policy knows no other. */
export async function startDeviceProgram(): Promise<DeviceProgram> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-devices-'))
  const child = spawn(process.execPath, [PROGRAM, '--simulate', '--folder', folder], {
    env: ordinaryEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let code = ''
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line)
        code = /pairing code: (\d{6})/.exec(line)?.[1] ?? code
        if (line.includes('设备程序已启动')) resolve()
      })
    child.once('close', () => reject(new Error(`The device program ended:\n${said.join('\n')}`)))
  })
  return {
    readerKeys: path.join(folder, 'simulated-reader.pem'),
    folder,
    said: () => said.join('\n'),
    code: () => code,
    type: (line) => void child.stdin.write(`${line}\n`),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
