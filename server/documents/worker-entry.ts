import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * The program of the typesetting process: `render-worker.mjs` beside the server's bundle; from source
 * (tests), esbuild makes the same bundle into the cache folder.
 */
export async function workerEntry(cacheFolder: string): Promise<URL> {
  const here = dirname(fileURLToPath(import.meta.url))
  for (const name of ['render-worker.mjs', 'documents/render-worker.mjs'])
    if (existsSync(join(here, name))) return pathToFileURL(join(here, name))
  const source = join(here, 'render-worker.ts')
  if (!existsSync(source)) throw new Error('render-worker.mjs is not beside the program')
  const { build } = await import('esbuild')
  mkdirSync(cacheFolder, { recursive: true })
  const outfile = join(cacheFolder, `render-worker-${process.pid}.mjs`)
  await build({ entryPoints: [source], outfile, bundle: true, platform: 'node', format: 'esm' })
  return pathToFileURL(outfile)
}
