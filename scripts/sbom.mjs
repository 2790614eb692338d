// Writes test-output/sbom.cdx.json (CycloneDX 1.5): every package that is shipped, its hash and its licence. Exit code 1: a
// production dependency is missing from it, or has a licence that is not allowed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FILE = path.join('test-output', 'sbom.cdx.json')

/**
 * What may be shipped. To add a licence: read it, add its SPDX name here with the change that needs it, and name both in the
 * commit. Copyleft (GPL, AGPL, SSPL, BUSL) needs the legal department first.
 */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]
/** Packages whose description names no licence, and what their repository grants. */
const SAID_ELSEWHERE = {
  'buffers@0.1.1': 'MIT',
  // package.json: MIT/X11
  'chainsaw@0.1.0': 'MIT',
}

/** Name and version of everything that the lock file installs for production. */
export function productionPackages(lock) {
  const names = Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true)
    .map(
      ([place, { version }]) =>
        `${place.slice(place.lastIndexOf('node_modules/') + 13)}@${version}`,
    )
  return [...new Set(names)].toSorted()
}

/** npm's own bill, cut to what is shipped: its `--omit=dev` drops packages that development uses as well. */
export function shippedBill(bill, lock) {
  const shipped = productionPackages(lock)
  const components = bill.components
    .filter((one) => shipped.includes(nameOf(one)))
    .map((one) => {
      const id = one.licenses === undefined ? SAID_ELSEWHERE[nameOf(one)] : undefined
      return id === undefined ? one : { ...one, licenses: [{ license: { id } }] }
    })
  const refs = new Set([
    bill.metadata.component['bom-ref'],
    ...components.map((one) => one['bom-ref']),
  ])
  const dependencies = (bill.dependencies ?? [])
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: dependsOn.filter((one) => refs.has(one)),
    }))
  return { ...bill, components, dependencies }
}

/** Everything that is wrong with the bill, one line each. */
export function billFaults(bill, lock) {
  if (bill.bomFormat !== 'CycloneDX' || !Array.isArray(bill.components))
    return ['npm sbom made no CycloneDX bill']
  const listed = new Map(bill.components.map((one) => [nameOf(one), one]))
  return productionPackages(lock).flatMap((name) => {
    const component = listed.get(name)
    if (component === undefined) return [`${name} is shipped and not in the bill`]
    const faults = []
    if (!component.purl?.startsWith('pkg:npm/')) faults.push(`${name} has no package address`)
    if (!component.hashes?.some(({ content }) => /^[0-9a-f]{128}$/.test(content)))
      faults.push(`${name} has no SHA-512`)
    if (!licenceAllowed(licenceOf(component)))
      faults.push(
        `${name} has the licence ${licenceOf(component) || '(none named)'}, which is not allowed: see ALLOWED in scripts/sbom.mjs`,
      )
    return faults
  })
}

/** An SPDX expression: with OR one side is enough, with AND both are needed. */
export function licenceAllowed(expression) {
  const text = expression.trim().replace(/^\((.*)\)$/s, '$1')
  if (text === '') return false
  if (text.includes(' OR ')) return text.split(' OR ').some(licenceAllowed)
  if (text.includes(' AND ')) return text.split(' AND ').every(licenceAllowed)
  return ALLOWED.includes(text)
}

function licenceOf({ licenses = [] }) {
  return licenses
    .map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '')
    .join(' AND ')
}

function nameOf({ name, version }) {
  return `${name}@${version}`
}

function main() {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'))
  const { stdout, status } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (status !== 0) {
    console.error('软件物料清单没有生成 / npm sbom failed')
    process.exitCode = 1
    return
  }
  const bill = shippedBill(JSON.parse(stdout), lock)
  mkdirSync(path.join(ROOT, 'test-output'), { recursive: true })
  writeFileSync(path.join(ROOT, FILE), `${JSON.stringify(bill, null, 2)}\n`)
  const faults = billFaults(bill, lock)
  for (const fault of faults) console.error(`软件物料清单 / SBOM: ${fault}`)
  console.log(`软件物料清单 / SBOM: ${bill.components.length} packages in ${FILE}`)
  if (faults.length > 0) process.exitCode = 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main()
