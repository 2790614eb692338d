// npm run lighthouse: the public pages on a simulated mid-range phone, by Lighthouse in the Chromium of the tests.
// Starts the demonstration in a folder of its own (or asks LIGHTHOUSE_URL), prints the scores, fails under 95.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import lighthouse from 'lighthouse'
import { build as buildProduct } from './build.mjs'
import { ROOT } from './prepare.mjs'

const PAGES = ['/', '/items/aba-36', '/apply/aba-36']
const LEAST = 95
/** Milliseconds until the page answers a finger. */
const INTERACTIVE = 1_500
const CATEGORIES = ['performance', 'accessibility', 'best-practices']
const PATIENCE_MS = 120_000

process.chdir(ROOT)
const own = process.env.LIGHTHOUSE_URL === undefined ? await startProduct() : undefined
const address = own?.address ?? process.env.LIGHTHOUSE_URL
const chromium = await startChromium()
try {
  let failed = 0
  for (const page of PAGES) failed += (await judge(`${address}${page}`)) ? 0 : 1
  if (failed > 0) {
    console.error(
      `${failed} 个页面没有达到 ${LEAST} 分或者 ${INTERACTIVE / 1_000} 秒 / ${failed} pages fall short`,
    )
    process.exitCode = 1
  }
} finally {
  chromium.stop()
  await own?.stop()
}

async function judge(url) {
  const { lhr } = await lighthouse(url, {
    port: chromium.port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: CATEGORIES,
  })
  const scores = CATEGORIES.map((name) => [
    name,
    Math.round((lhr.categories[name]?.score ?? 0) * 100),
  ])
  const interactive = Math.round(lhr.audits.interactive?.numericValue ?? Infinity)
  const told = scores.map(([name, score]) => `${name} ${score}`).join(' · ')
  console.log(`${new URL(url).pathname}  ${told} · interactive ${interactive} ms`)
  tellShortcomings(lhr)
  return scores.every(([, score]) => score >= LEAST) && interactive <= INTERACTIVE
}

function tellShortcomings(lhr) {
  for (const category of CATEGORIES)
    for (const { id, weight } of lhr.categories[category].auditRefs) {
      const { title, displayValue = '', score } = lhr.audits[id]
      if (weight > 0 && score !== null && score < 0.9)
        console.log(`    ${category}: ${title} ${displayValue}`)
    }
}

/** The browser of the tests, with a port for Lighthouse to drive it by. */
async function startChromium() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-lighthouse-'))
  // Beside the packages, so that the browser and the fonts are found where the tests find them.
  const module = path.join(ROOT, '.cache', 'lighthouse', 'chromium-files.mjs')
  await build({
    entryPoints: ['tests/support/chromium-files.ts'],
    outfile: module,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const { chromiumFiles } = await import(module)
  const { executablePath, args, env } = await chromiumFiles()
  const port = await freePort()
  const child = spawn(
    executablePath,
    [
      ...args,
      '--headless',
      '--no-sandbox',
      '--disable-background-networking',
      `--user-data-dir=${path.join(folder, 'profile')}`,
      `--remote-debugging-port=${port}`,
      'about:blank',
    ],
    { env: { ...process.env, ...env }, stdio: 'ignore' },
  )
  await answers(`http://127.0.0.1:${port}/json/version`)
  return {
    port,
    stop: () => {
      child.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
      child.kill('SIGTERM')
    },
  }
}

async function startProduct() {
  await buildProduct()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-lighthouse-data-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['dist/server/main.mjs', '--demo'], {
    env: { ...process.env, PORT: String(port), YICHUANG_DATA: path.join(folder, 'data') },
    stdio: 'ignore',
  })
  const address = `http://localhost:${port}`
  await answers(`${address}/ready`)
  return {
    address,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url) {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await wait(100)
  }
  throw new Error(`${url} does not answer`)
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
