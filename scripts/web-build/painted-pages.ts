import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ON_PREACT } from './on-preact.ts'

const ROOT = path.resolve(import.meta.dirname, '..', '..')

/** The first look of the public pages (web/portal/first-paint.tsx), run here as the browser will run it. */
export async function paintPages(): Promise<Readonly<Record<string, string>>> {
  // Beside the packages, so that the pages' own are found.
  const outfile = path.join(ROOT, '.cache', 'first-paint', `${process.pid}.mjs`)
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['web/portal/first-paint.tsx'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { ...ON_PREACT },
    loader: { '.css': 'empty', '.svg': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const { firstPaint } = (await import(pathToFileURL(outfile).href)) as {
    firstPaint: () => Readonly<Record<string, string>>
  }
  return firstPaint()
}
