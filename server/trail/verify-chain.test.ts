import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHAIN_START, eventHash } from '../../domain/trail/event-hash.ts'
import { sm3Hex } from '../event-log/chain.ts'
import { EXAMPLE, exampleChain } from './testing/example-life.ts'
import { verifyChain, type ChainLink, type ChainRow } from './verify-chain.ts'

const OTHER = exampleChain({ ...EXAMPLE, applicationId: '01990000-0000-7000-8000-000000000002' })

/** A life of any length and one of its places, from 0. */
const lifeAndPlace = fc
  .integer({ min: 0, max: 8 })
  .chain((opinions) =>
    fc.tuple(fc.constant(exampleChain({ ...EXAMPLE, opinions })), fc.nat({ max: opinions + 3 })),
  )

const check = (row: ChainRow, links: readonly ChainLink[]) => verifyChain(sm3Hex, row, links)
const renumbered = (links: readonly ChainLink[]) =>
  links.map((link, index) => ({ ...link, seq: index + 1 }))
const at = (links: readonly ChainLink[], place: number): ChainLink => {
  const link = links[place]
  if (link === undefined) throw new Error('no such event')
  return link
}

describe('the trail of one application', () => {
  test('is intact as it was written', () => {
    fc.assert(
      fc.property(lifeAndPlace, ([{ row, links }]) => {
        expect(check(row, links)).toBeNull()
      }),
    )
  })

  const changes: Record<string, (link: ChainLink) => ChainLink> = {
    'what happened': (link) => ({ ...link, data: { ...(link.data as object), opinion: '改' } }),
    'its type': (link) => ({ ...link, type: 'ApplicationArchived' }),
    'its version': (link) => ({ ...link, version: link.version + 1 }),
    'its command': (link) => ({ ...link, commandId: EXAMPLE.applicationId }),
    'when it was recorded': (link) => ({ ...link, recordedAt: '2026-03-02T02:00:00.001Z' }),
    'where it came from': (link) => ({ ...link, origin: '10.0.0.8' }),
    'the column of who acted': (link) => ({ ...link, accountId: EXAMPLE.applicationId }),
    'the column of when it happened': (link) => ({ ...link, occurredAt: link.occurredAt + 'x' }),
    'its hash': (link) => ({ ...link, hash: sm3Hex(link.hash) }),
  }
  test.each(Object.entries(changes))('names the event in which someone changed %s', (_, change) => {
    fc.assert(
      fc.property(lifeAndPlace, ([{ row, links }, place]) => {
        const tampered = links.with(place, change(at(links, place)))
        expect(check(row, tampered)).toMatchObject({ seq: place + 1, how: 'changed' })
      }),
    )
  })

  test('names an event that was deleted, the others keeping their numbers', () => {
    fc.assert(
      fc.property(lifeAndPlace, ([{ row, links }, place]) => {
        expect(check(row, links.toSpliced(place, 1))).toMatchObject({
          seq: place + 1,
          how: 'removed',
        })
      }),
    )
  })

  test('names an event that was deleted, the others numbered anew', () => {
    fc.assert(
      fc.property(lifeAndPlace, ([{ row, links }, place]) => {
        const tampered = renumbered(links.toSpliced(place, 1))
        expect(check(row, tampered)).toMatchObject({ seq: place + 1, how: 'removed' })
      }),
    )
  })

  test('names an event that was inserted with a hash from elsewhere', () => {
    fc.assert(
      fc.property(lifeAndPlace, ([{ row, links }, place]) => {
        const stranger = { ...at(OTHER.links, 1), applicationId: row.applicationId }
        const tampered = renumbered(links.toSpliced(place, 0, stranger))
        expect(check(row, tampered)).toMatchObject({ seq: place + 1, how: 'inserted' })
      }),
    )
  })

  test('names an event that was inserted with a hash reckoned to fit', () => {
    fc.assert(
      fc.property(lifeAndPlace, ([{ row, links }, place]) => {
        const own = at(links, place)
        const previous = place === 0 ? CHAIN_START : at(links, place - 1).hash
        const forged = { ...own, origin: '10.0.0.9' }
        const stranger = { ...forged, hash: eventHash(sm3Hex, previous, forged) }
        const tampered = renumbered(links.toSpliced(place, 0, stranger))
        expect(check(row, tampered)).toMatchObject({ seq: place + 1, how: 'inserted' })
      }),
    )
  })

  test('names an event that was appended behind the last one', () => {
    const { row, links } = exampleChain(EXAMPLE)
    const last = at(links, links.length - 1)
    const forged = { ...last, seq: last.seq + 1, version: last.version + 1 }
    const fitting = { ...forged, hash: eventHash(sm3Hex, last.hash, forged) }
    const expected = { seq: links.length + 1, how: 'inserted' }
    expect(check(row, [...links, forged])).toMatchObject(expected)
    expect(check(row, [...links, fitting])).toMatchObject(expected)
  })

  test('names the first of two events that changed places', () => {
    fc.assert(
      fc.property(lifeAndPlace, fc.nat(), ([{ row, links }, place], by) => {
        const other = (place + 1 + (by % (links.length - 1))) % links.length
        const tampered = renumbered(
          links.with(place, at(links, other)).with(other, at(links, place)),
        )
        expect(check(row, tampered)).toMatchObject({
          seq: Math.min(place, other) + 1,
          how: 'reordered',
        })
      }),
    )
  })

  test('tells when the application claims another last event', () => {
    const { row, links } = exampleChain(EXAMPLE)
    const expected = { seq: links.length, how: 'head-differs' }
    expect(check({ ...row, head: sm3Hex('') }, links)).toMatchObject(expected)
  })

  test('tells when the state is not what the events make of it', () => {
    const { row, links } = exampleChain(EXAMPLE)
    const state = { ...(row.state as object), receivedOn: '2026-03-01' }
    for (const tampered of [
      { ...row, state },
      { ...row, status: 'delivered' },
      { ...row, version: row.version + 1 },
      { ...row, applicantIdentity: 'id-card:513221199001010000' },
      { ...row, itemId: 'aba-04' },
      { ...row, departmentId: 'forestry' },
      { ...row, receivedOn: '2026-03-01' },
    ]) {
      expect(check(tampered, links)).toMatchObject({ how: 'state-differs' })
    }
  })

  test('does not mind in which order the database keeps the fields of the state', () => {
    const { row, links } = exampleChain(EXAMPLE)
    const reversed = Object.fromEntries(Object.entries(row.state as object).toReversed())
    expect(check({ ...row, state: reversed }, links)).toBeNull()
  })

  test('tells when every event is gone', () => {
    const { row } = exampleChain(EXAMPLE)
    expect(check(row, [])).toMatchObject({ seq: 1, how: 'removed' })
  })
})
