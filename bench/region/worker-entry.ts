import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const CACHE = '.cache/bench'

/** A worker's program, bundled from its source: the bench runs from a checkout, and tests run without a build. */
export async function workerEntry(source: string): Promise<URL> {
  const { build } = await import('esbuild')
  mkdirSync(CACHE, { recursive: true })
  const name = `${path.basename(source, '.ts')}-${process.pid}.mjs`
  const outfile = path.resolve(CACHE, name)
  await build({
    entryPoints: [path.resolve(source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  return pathToFileURL(outfile)
}
