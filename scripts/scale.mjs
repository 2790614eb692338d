// node scripts/scale.mjs [--write]: prints the tables of docs/scale.md from the inputs of bench/scale, or puts them there.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from './prepare.mjs'

process.chdir(ROOT)
const outfile = path.join(ROOT, '.cache', 'scale.mjs')
await build({
  absWorkingDir: ROOT,
  entryPoints: ['bench/scale.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
})
await import(pathToFileURL(outfile).href)
