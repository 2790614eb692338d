// npm test: installs what is missing and runs every check there is. The last line says `N passed, N failed`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { checkNode, installPackages, ROOT } from './prepare.mjs'

process.chdir(ROOT)
checkNode()
installPackages()

const OUTPUT = path.join(ROOT, 'test-output')
const REPORT = path.join(OUTPUT, 'vitest.json')
const CAPTURED = path.join(OUTPUT, 'captured-sql.jsonl')
const TOOLS = path.join(ROOT, 'node_modules', '.bin')

mkdirSync(OUTPUT, { recursive: true })
for (const file of [REPORT, CAPTURED]) rmSync(file, { force: true })

const total = { passed: 0, failed: 0 }
const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exitCode = 1
  })
}

await check('build', process.execPath, ['scripts/build.mjs'])
await Promise.all([types(), check('lint', 'oxlint', ['--type-aware', '--deny-warnings', '.'])])
await check('format', 'oxfmt', ['--check', '.'])
await tests()
await check('schema rules', process.execPath, ['scripts/lint-sql.mjs', CAPTURED])

console.log(`\n${total.passed} passed, ${total.failed} failed`)
if (total.failed > 0 || total.passed === 0) process.exitCode = 1

async function types() {
  await check('types', 'tsc', ['--noEmit', '-p', '.'])
  await check('types of domain/', 'tsc', ['--noEmit', '-p', 'domain'])
  await check('types of web/', 'tsc', ['--noEmit', '-p', 'web'])
}

async function check(name, program, args) {
  const started = performance.now()
  const code = await run(program, args)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (code === 0) total.passed += 1
  else total.failed += 1
}

async function tests() {
  const code = await run(
    'vitest',
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
      ...process.argv.slice(2),
    ],
    { YICHUANG_CAPTURE_SQL: CAPTURED },
  )
  const { passed, failed } = countTests()
  total.passed += passed
  // A run that broke outside of any test, or ran none, is a failure too.
  total.failed += failed === 0 && (code !== 0 || passed === 0) ? 1 : failed
}

function countTests() {
  if (!existsSync(REPORT)) return { passed: 0, failed: 0 }
  const report = JSON.parse(readFileSync(REPORT, 'utf8'))
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
  }
}

function run(program, args, env = {}) {
  const command = path.isAbsolute(program) ? program : path.join(TOOLS, program)
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    running.add(child)
    const ended = (code) => {
      running.delete(child)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(error.message)
      ended(1)
    })
    child.once('exit', (code) => ended(code ?? 1))
  })
}
