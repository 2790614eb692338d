import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inclusionProof, leafHash, merkleRoot, rootFromProof, type TrailHead } from './merkle.ts'

const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')

const someHeads = fc.uniqueArray(
  fc.record<TrailHead>({
    applicationId: fc.uuid(),
    seq: fc.integer({ min: 1, max: 99 }),
    head: fc.string({ minLength: 1, maxLength: 3 }).map(sm3),
  }),
  { minLength: 1, maxLength: 40, selector: ({ applicationId }) => applicationId },
)
const headsAndPlace = someHeads.chain((heads) =>
  fc.tuple(fc.constant(heads), fc.nat({ max: heads.length - 1 })),
)

const at = (heads: readonly TrailHead[], place: number): TrailHead => {
  const head = heads[place]
  if (head === undefined) throw new Error('no such head')
  return head
}

describe('the root of a day', () => {
  test('does not depend on the order in which the heads are read', () => {
    fc.assert(
      fc.property(someHeads, fc.nat(), (heads, by) => {
        const turned = [...heads.slice(by % heads.length), ...heads.slice(0, by % heads.length)]
        expect(merkleRoot(sm3, turned)).toBe(merkleRoot(sm3, heads))
      }),
    )
  })

  const changes: Record<string, (head: TrailHead) => TrailHead> = {
    'another hash': (head) => ({ ...head, head: sm3(head.head) }),
    'another event': (head) => ({ ...head, seq: head.seq + 1 }),
    'another application': (head) => ({ ...head, applicationId: `x${head.applicationId}` }),
  }
  test.each(Object.entries(changes))('changes when any head stands for %s', (_, change) => {
    fc.assert(
      fc.property(headsAndPlace, ([heads, place]) => {
        const tampered = heads.with(place, change(at(heads, place)))
        expect(merkleRoot(sm3, tampered)).not.toBe(merkleRoot(sm3, heads))
      }),
    )
  })

  test('changes when two applications exchange their heads', () => {
    fc.assert(
      fc.property(headsAndPlace, ([heads, place]) => {
        const [first, other] = [at(heads, 0), at(heads, place)]
        fc.pre(first.head !== other.head)
        const tampered = heads
          .with(0, { ...first, head: other.head })
          .with(place, { ...other, head: first.head })
        expect(merkleRoot(sm3, tampered)).not.toBe(merkleRoot(sm3, heads))
      }),
    )
  })

  test('changes when a head is left out or counted twice', () => {
    fc.assert(
      fc.property(headsAndPlace, ([heads, place]) => {
        const root = merkleRoot(sm3, heads)
        expect(merkleRoot(sm3, [...heads, at(heads, place)])).not.toBe(root)
        if (heads.length > 1) expect(merkleRoot(sm3, heads.toSpliced(place, 1))).not.toBe(root)
      }),
    )
  })

  test('is refused for a day without events', () => {
    expect(() => merkleRoot(sm3, [])).toThrow('no root')
  })

  test('of three heads is put together as RFC 6962 says', () => {
    const heads = ['a', 'b', 'c'].map((id) => ({ applicationId: id, seq: 1, head: sm3(id) }))
    const [a, b, c] = heads.map((head) => sm3(`00["${head.applicationId}",1,"${head.head}"]`))
    expect(leafHash(sm3, at(heads, 0))).toBe(a)
    expect(merkleRoot(sm3, heads)).toBe(sm3(`01${sm3(`01${a}${b}`)}${c}`))
  })
})

describe('the proof that an application is in the root', () => {
  test('leads from its head to the root', () => {
    fc.assert(
      fc.property(headsAndPlace, ([heads, place]) => {
        const head = at(heads, place)
        const proof = inclusionProof(sm3, heads, head.applicationId) ?? []
        expect(rootFromProof(sm3, head, proof)).toBe(merkleRoot(sm3, heads))
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(heads.length)))
      }),
    )
  })

  test('does not serve another head', () => {
    fc.assert(
      fc.property(headsAndPlace, ([heads, place]) => {
        const head = at(heads, place)
        const proof = inclusionProof(sm3, heads, head.applicationId) ?? []
        const root = merkleRoot(sm3, heads)
        expect(rootFromProof(sm3, { ...head, seq: head.seq + 1 }, proof)).not.toBe(root)
        expect(rootFromProof(sm3, { ...head, head: sm3('forged') }, proof)).not.toBe(root)
      }),
    )
  })

  test('does not exist for an application that is not in it', () => {
    fc.assert(
      fc.property(someHeads, (heads) => {
        expect(inclusionProof(sm3, heads, 'not-there')).toBeUndefined()
      }),
    )
  })
})
