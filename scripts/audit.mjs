// Asks the registry for known vulnerabilities of what is shipped, and holds the lock file to its own promises. Exit code 1:
// a finding of high or critical severity, or a package that npm could not check against a hash. Where the registry does not
// answer (an office network, a mirror), it says so and goes on.
import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SEVERE = ['high', 'critical']
const REGISTRY = 'https://registry.npmjs.org/'

/** What `npm audit --json` answered: `clean`, `found` with one line a package, or `unanswered` with why. */
export function judgeAudit(output) {
  const answer = parse(output)
  if (answer === undefined) return { verdict: 'unanswered', lines: ['no JSON came back'] }
  if (answer.metadata?.vulnerabilities === undefined) {
    const why = answer.statusCode ?? answer.error?.code ?? answer.error?.summary ?? 'no report'
    return { verdict: 'unanswered', lines: [String(why)] }
  }
  const found = Object.values(answer.vulnerabilities ?? {}).filter(({ severity }) =>
    SEVERE.includes(severity),
  )
  const counted = SEVERE.reduce((sum, one) => sum + (answer.metadata.vulnerabilities[one] ?? 0), 0)
  if (found.length === 0 && counted === 0) return { verdict: 'clean', lines: [] }
  return {
    verdict: 'found',
    lines: found.map(({ name, severity, range, via }) => {
      const titles = (via ?? []).flatMap((one) => (typeof one === 'object' ? [one.title] : []))
      return `${severity}: ${name} ${range}${titles.length > 0 ? ` — ${titles.join('; ')}` : ''}`
    }),
  }
}

/** Packages that `npm ci` would take without a hash, or from elsewhere than the registry. */
export function lockFaults(lock) {
  if (lock.lockfileVersion !== 3) return ['package-lock.json is not of version 3']
  return Object.entries(lock.packages).flatMap(([place, { integrity, resolved, link }]) => {
    if (place === '') return []
    const faults = []
    if (link) faults.push('is a link to a folder')
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) faults.push('has no SHA-512')
    // Left out of the file: from whichever registry npm is set to, which the hash holds to the same bytes.
    if (resolved !== undefined && !resolved.startsWith(REGISTRY))
      faults.push(`comes from ${resolved}`)
    return faults.map((fault) => `${place} ${fault}`)
  })
}

function parse(text) {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function main() {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'))
  const faults = lockFaults(lock)
  for (const fault of faults) console.error(`依赖锁文件 / lock file: ${fault}`)
  const { stdout } = spawnSync(
    'npm',
    ['audit', '--omit=dev', '--audit-level=high', '--json', '--package-lock-only'],
    { cwd: ROOT, encoding: 'utf8', timeout: 120_000, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const { verdict, lines } = judgeAudit(stdout ?? '')
  if (verdict === 'clean') console.log('依赖漏洞检查：没有高危 / dependency audit: nothing severe')
  if (verdict === 'unanswered')
    console.log(
      `依赖漏洞检查：软件源没有应答（${lines[0]}），本次没有检查 / dependency audit: NOT CHECKED, the registry does not answer audits here (${lines[0]})`,
    )
  if (verdict === 'found') {
    console.error('依赖漏洞检查：有高危漏洞 / dependency audit: severe findings')
    for (const line of lines) console.error(`  ${line}`)
  }
  if (faults.length > 0 || verdict === 'found') process.exitCode = 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main()
