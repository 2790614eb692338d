import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

// The whole run lives in processes of its own: it starts, kills and restarts the real server program.
test.each([
  { victim: 'server', kills: 3 },
  { victim: 'postgres', kills: 2 },
])(
  'the $victim killed $kills times under load loses no acknowledged command and does none twice',
  async ({ victim, kills }) => {
    const output = await killTest(
      `--victim ${victim} --kills ${kills} --seconds-between 0.5..1.5 --clients 4 --seed 2026 --patience 150`,
    )
    expect(output).toMatch(new RegExp(`^kills +${kills} of ${kills},`, 'm'))
    expect(output).toMatch(/^acknowledged +[1-9]\d+$/m)
    expect(output).toMatch(/^verify .* 0 findings$/m)
    expect(output).toMatch(/^passed: /m)
  },
  180_000,
)

function killTest(args: string): Promise<string> {
  const child = spawn(process.execPath, [path.resolve('scripts/kill.mjs'), ...args.split(' ')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(output))
  })
}
