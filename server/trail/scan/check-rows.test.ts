import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHAIN_START, eventHash } from '../../../domain/trail/event-hash.ts'
import { sm3Hex } from '../../event-log/chain.ts'
import { EXAMPLE, exampleChain } from '../testing/example-life.ts'
import { wireApplications, wireEvents } from '../testing/wire-rows.ts'
import { verifyChain, type ChainLink, type ChainRow } from '../verify-chain.ts'
import { applicationRowAt } from './application-rows.ts'
import { eventParser, quickCheck } from './check-rows.ts'
import { chainLinkAt } from './event-rows.ts'

type Life = { readonly row: ChainRow; readonly links: readonly ChainLink[] }

const REGION = EXAMPLE.regionCode
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('引号"反斜\\行\n制表\t', 'བོད་ཡིག', '𠮷野家😀', '\u2028\u007f', '"at":"x","by":{'),
)
const life = fc
  .record({ opinions: fc.integer({ min: 0, max: 6 }), opinion: words })
  .map((options): Life => exampleChain({ ...EXAMPLE, ...options }))

function isQuicklyIntact({ row, links }: Life, textOf?: (data: unknown) => string): boolean {
  const applications = wireApplications([row])
  const events = wireEvents(links, textOf)
  const application = applicationRowAt(REGION, applications, 0)
  const { fitsChain, fitsState } = quickCheck(REGION)
  return (
    fitsChain(application, events, 0, links.length) &&
    fitsState(application, eventParser()(events, 0, links.length), events, 0)
  )
}

const isIntact = ({ row, links }: Life) => verifyChain(sm3Hex, row, links) === null

/** All the links from `place` on reckoned anew, so that only what they say differs. */
function reckoned(links: readonly ChainLink[]): ChainLink[] {
  let previous = CHAIN_START
  return links.map((link) => {
    previous = eventHash(sm3Hex, previous, link)
    return { ...link, hash: previous }
  })
}

const renumbered = (links: readonly ChainLink[]) =>
  links.map((link, index) => ({ ...link, seq: index + 1 }))
const OTHER_ID = '01990000-0000-7000-8000-00000000abcd'

const linkChanges: readonly ((link: ChainLink) => ChainLink)[] = [
  (link) => ({ ...link, data: { ...(link.data as object), opinion: '改' } }),
  (link) => ({ ...link, data: { ...(link.data as object), at: '2026-03-02T02:00:00.001Z' } }),
  (link) => ({ ...link, type: 'ApplicationArchived' }),
  (link) => ({ ...link, version: link.version + 1 }),
  (link) => ({ ...link, seq: link.seq + 1 }),
  (link) => ({ ...link, commandId: OTHER_ID }),
  (link) => ({ ...link, accountId: OTHER_ID }),
  (link) => ({ ...link, occurredAt: '2026-03-02T02:00:00.001Z' }),
  (link) => ({ ...link, recordedAt: '2026-03-02T02:00:00.001Z' }),
  (link) => ({ ...link, origin: '10.0.0.8' }),
  (link) => ({ ...link, hash: sm3Hex(link.hash) }),
]
const rowChanges: readonly ((row: ChainRow) => ChainRow)[] = [
  (row) => ({ ...row, head: sm3Hex(row.head) }),
  (row) => ({ ...row, seq: row.seq + 1 }),
  (row) => ({ ...row, version: row.version + 1 }),
  (row) => ({ ...row, status: 'delivered' }),
  (row) => ({ ...row, applicantIdentity: 'id-card:513221199001010000' }),
  (row) => ({ ...row, itemId: 'aba-04' }),
  (row) => ({ ...row, departmentId: 'forestry' }),
  (row) => ({ ...row, receivedOn: '2026-03-01' }),
  (row) => ({ ...row, state: { ...(row.state as object), receivedOn: '2026-03-01' } }),
  (row) => ({ ...row, state: { ...(row.state as object), more: null } }),
  (row) => ({ ...row, state: {} }),
]
const tampering: fc.Arbitrary<(life: Life) => Life> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...linkChanges), fc.nat())
    .map(([change, at]) => ({ row, links }: Life) => ({
      row,
      links: links.map((link, index) => (index === at % links.length ? change(link) : link)),
    })),
  fc.constantFrom(...rowChanges).map((change) => ({ row, links }: Life) => ({
    row: change(row),
    links,
  })),
  fc.nat().map((at) => ({ row, links }: Life) => ({
    row,
    links: links.toSpliced(at % links.length, 1),
  })),
  fc.nat().map((at) => ({ row, links }: Life) => ({
    row,
    links: renumbered(links.toSpliced(at % links.length, 1)),
  })),
  fc.nat().map((at) => ({ row, links }: Life) => ({
    row,
    links: renumbered([...links.slice(at % links.length), ...links.slice(0, at % links.length)]),
  })),
  fc.constant(({ row, links }: Life) => ({ row, links: links.map((link) => ({ ...link })) })),
  // Whoever can reckon hashes: the chain fits to itself, and the state tells.
  fc.constantFrom(...linkChanges).map((change) => ({ row, links }: Life) => {
    const forged = reckoned(links.map((link, index) => (index === 1 ? change(link) : link)))
    return { row: { ...row, head: forged.at(-1)?.hash ?? '' }, links: forged }
  }),
)

describe('the quick check of one application', () => {
  test('finds an application intact as it was written, whatever its words', () => {
    fc.assert(
      fc.property(life, (written) => {
        expect(isQuicklyIntact(written)).toBe(true)
      }),
    )
  })

  test('says of tampered rows what the slow check says', () => {
    fc.assert(
      fc.property(life, fc.array(tampering, { minLength: 1, maxLength: 2 }), (written, acts) => {
        const tampered = acts.reduce((so, act) => (so.links.length > 0 ? act(so) : so), written)
        fc.pre(tampered.links.length > 0)
        expect(isQuicklyIntact(tampered)).toBe(isIntact(tampered))
      }),
      { numRuns: 400 },
    )
  })

  test('leaves an origin that JSON must escape to the slow check', () => {
    fc.assert(
      fc.property(life, ({ row, links }) => {
        const quoted = reckoned(links.map((link) => ({ ...link, origin: 'terminal "3"' })))
        const head = quoted.at(-1)?.hash ?? ''
        expect(isQuicklyIntact({ row: { ...row, head }, links: quoted })).toBe(false)
        expect(isIntact({ row: { ...row, head }, links: quoted })).toBe(true)
      }),
    )
  })

  test('leaves events that were stored in another order of keys to the slow check', () => {
    fc.assert(
      fc.property(life, (written) => {
        const events = wireEvents(written.links, (data) => JSON.stringify(data, null, 1))
        const links = written.links.map((_, index) => chainLinkAt(REGION, events, index))
        expect(isQuicklyIntact(written, (data) => JSON.stringify(data, null, 1))).toBe(false)
        expect(links).toEqual(written.links)
        expect(isIntact({ row: written.row, links })).toBe(true)
      }),
    )
  })
})
