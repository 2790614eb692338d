import { spawnSync } from 'node:child_process'
import { ordinaryEnvironment } from './ordinary-environment.ts'

/** The product as it is here, built once before its browser tests; nothing is built when nothing changed. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    env: ordinaryEnvironment(),
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The product could not be built: see above')
}
