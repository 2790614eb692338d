import { canonicalJson } from './canonical-json.ts'

/** The last event of one application on a day: which, and its hash in the chain (64 hex digits). */
export type TrailHead = {
  readonly applicationId: string
  readonly seq: number
  readonly head: string
}

/** One neighbour on the way from a leaf up to the root, and on which side it stands. */
export type ProofStep = { readonly side: 'left' | 'right'; readonly hash: string }

type Sm3 = (text: string) => string

// Leaf and node begin differently, so that no node can be passed off as a leaf (RFC 6962 §2.1).
const LEAF = '00'
const NODE = '01'

export function leafHash(sm3: Sm3, { applicationId, seq, head }: TrailHead): string {
  return sm3(LEAF + canonicalJson([applicationId, seq, head]))
}

/** The root over the heads of a day, whatever order they come in. Throws for an empty day: it has no root. */
export function merkleRoot(sm3: Sm3, heads: readonly TrailHead[]): string {
  const [root] = levelsOf(sm3, heads).at(-1) ?? []
  if (root === undefined) throw new Error('A day without events has no root')
  return root
}

/** The neighbours that lead from this application's leaf to the root; undefined if it is not among the heads. */
export function inclusionProof(
  sm3: Sm3,
  heads: readonly TrailHead[],
  applicationId: string,
): readonly ProofStep[] | undefined {
  let index = sorted(heads).findIndex((head) => head.applicationId === applicationId)
  if (index < 0) return undefined
  const steps: ProofStep[] = []
  for (const level of levelsOf(sm3, heads)) {
    const isRight = index % 2 === 1
    const neighbour = level[isRight ? index - 1 : index + 1]
    if (neighbour !== undefined) steps.push({ side: isRight ? 'left' : 'right', hash: neighbour })
    index = Math.floor(index / 2)
  }
  return steps
}

/** The root that a leaf and its neighbours add up to. */
export function rootFromProof(sm3: Sm3, head: TrailHead, proof: readonly ProofStep[]): string {
  return proof.reduce(
    (hash, step) =>
      step.side === 'left' ? nodeHash(sm3, step.hash, hash) : nodeHash(sm3, hash, step.hash),
    leafHash(sm3, head),
  )
}

/** From the leaves to the root. A node without neighbour rises unchanged: doubling it would give two days one root. */
function levelsOf(sm3: Sm3, heads: readonly TrailHead[]): readonly (readonly string[])[] {
  let level = sorted(heads).map((head) => leafHash(sm3, head))
  const levels = [level]
  while (level.length > 1) {
    level = pairsOf(level).map(([left, right]) =>
      right === undefined ? left : nodeHash(sm3, left, right),
    )
    levels.push(level)
  }
  return levels
}

function pairsOf(level: readonly string[]): [left: string, right: string | undefined][] {
  return level.flatMap((left, index) =>
    index % 2 === 0 ? [[left, level[index + 1]] as [string, string | undefined]] : [],
  )
}

function nodeHash(sm3: Sm3, left: string, right: string): string {
  return sm3(NODE + left + right)
}

function sorted(heads: readonly TrailHead[]): readonly TrailHead[] {
  return heads.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1))
}
