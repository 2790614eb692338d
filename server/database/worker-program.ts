import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const SOURCE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/yichuang', import.meta.url))

/**
 * The program of a worker thread, asked for with the `import.meta.url` of a file beside its source: `<name>.mjs`
 * beside the server's bundle; from source (tests), esbuild makes it, packages left where they are installed.
 */
export async function workerProgram(askedFrom: string, name: string): Promise<URL> {
  const here = path.dirname(fileURLToPath(askedFrom))
  const shipped = path.join(here, `${name}.mjs`)
  if (existsSync(shipped)) return pathToFileURL(shipped)
  const source = path.join(here, `${name}.ts`)
  const known = bundled.get(source)
  if (known !== undefined) return await known
  const bundling = bundle(source, name)
  bundled.set(source, bundling)
  return await bundling
}

/** By source: a test asks many times. */
const bundled = new Map<string, Promise<URL>>()

async function bundle(source: string, name: string): Promise<URL> {
  if (!existsSync(source)) throw new Error(`${name}.mjs is not beside the program`)
  const { build } = await import('esbuild')
  mkdirSync(SOURCE_CACHE, { recursive: true })
  const outfile = path.join(SOURCE_CACHE, `${name}-${process.pid}.mjs`)
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
  return pathToFileURL(outfile)
}
