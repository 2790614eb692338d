import { expect, test } from 'vitest'
import { billFaults, licenceAllowed, productionPackages, shippedBill } from './sbom.mjs'

const lock = {
  packages: {
    '': {},
    'node_modules/web': { version: '1.0.0' },
    'node_modules/web/node_modules/deep': { version: '2.0.0' },
    'node_modules/@scope/tool': { version: '3.0.0', dev: true },
    'node_modules/both': { version: '4.0.0', devOptional: true },
  },
}
const component = (name: string, version: string, licenses?: object[]) => ({
  'bom-ref': `${name}@${version}`,
  name,
  version,
  purl: `pkg:npm/${name}@${version}`,
  hashes: [{ alg: 'SHA-512', content: 'a'.repeat(128) }],
  ...(licenses && { licenses }),
})
const MIT = [{ license: { id: 'MIT' } }]
const bill = {
  bomFormat: 'CycloneDX',
  metadata: { component: { 'bom-ref': 'yichuang@0.1.0' } },
  components: [
    component('web', '1.0.0', MIT),
    component('deep', '2.0.0', [{ expression: '(MIT OR GPL-3.0-or-later)' }]),
    component('@scope/tool', '3.0.0', [{ license: { id: 'GPL-3.0-only' } }]),
    component('both', '4.0.0', MIT),
  ],
  dependencies: [
    { ref: 'yichuang@0.1.0', dependsOn: ['web@1.0.0', '@scope/tool@3.0.0'] },
    { ref: '@scope/tool@3.0.0', dependsOn: ['both@4.0.0'] },
  ],
}

test('what is shipped is what the lock file does not call development alone', () => {
  expect(productionPackages(lock)).toEqual(['both@4.0.0', 'deep@2.0.0', 'web@1.0.0'])
})

test('the bill holds what is shipped and points at nothing else', () => {
  const shipped = shippedBill(bill, lock)
  expect(shipped.components.map(({ name }: { name: string }) => name)).toEqual([
    'web',
    'deep',
    'both',
  ])
  expect(shipped.dependencies).toEqual([{ ref: 'yichuang@0.1.0', dependsOn: ['web@1.0.0'] }])
  expect(billFaults(shipped, lock)).toEqual([])
})

test('a package missing from the bill, without a hash or under a licence not allowed is a fault', () => {
  const { licenses: _, hashes: __, ...bare } = component('web', '1.0.0', MIT)
  const faults = billFaults(
    {
      ...bill,
      components: [bare, component('both', '4.0.0', [{ license: { id: 'AGPL-3.0-only' } }])],
    },
    lock,
  )
  expect(faults).toEqual([
    expect.stringContaining('both@4.0.0 has the licence AGPL-3.0-only, which is not allowed'),
    'deep@2.0.0 is shipped and not in the bill',
    'web@1.0.0 has no SHA-512',
    expect.stringContaining('web@1.0.0 has the licence (none named)'),
  ])
  expect(billFaults({ error: 'no' }, lock)).toEqual(['npm sbom made no CycloneDX bill'])
})

test.each([
  ['MIT', true],
  ['MIT AND OFL-1.1', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-2.0-only', false],
  ['SEE LICENSE IN LICENCE.txt', false],
  ['UNLICENSED', false],
  ['', false],
])('the licence “%s”: %s', (expression, allowed) => {
  expect(licenceAllowed(expression)).toBe(allowed)
})
