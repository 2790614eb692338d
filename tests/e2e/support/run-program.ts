import { spawn } from 'node:child_process'
import path from 'node:path'
import { ordinaryEnvironment } from './ordinary-environment.ts'

/** One of the built programs, as npm runs it: its exit code and everything it said. */
export async function runProgram(
  name: 'verify',
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [path.resolve('dist', 'server', `${name}.mjs`)], {
    env: { ...ordinaryEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, said }
}
