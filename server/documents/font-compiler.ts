import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Pieces of the rare font in one compiler; beyond, it begins anew with what the next paper needs. */
const MAX_PIECES = 32

/**
 * One compiler whose fonts grow: each compiler reads the shipped fonts, some 50 MB, into memory of its own, so there
 * is never a second one. `create` is given the pieces of the rare font.
 */
export function createFontCompiler(
  create: (pieces: readonly string[]) => Promise<NodeCompiler>,
): (pieces: readonly string[]) => Promise<NodeCompiler> {
  let known: ReadonlySet<string> = new Set()
  let compiler: NodeCompiler | undefined

  return async (pieces) => {
    if (compiler !== undefined && pieces.every((piece) => known.has(piece))) return compiler
    const together = new Set([...known, ...pieces])
    const wanted = together.size > MAX_PIECES ? new Set(pieces) : together
    // Cached layouts hold fonts too. What a compiler holds is not on JavaScript's heap: left to itself, the
    // collector would see no reason to come.
    compiler?.evictCache(0)
    compiler = undefined
    await collectGarbage()
    compiler = await create([...wanted].toSorted())
    known = wanted
    return compiler
  }
}

/** A process that typesets is started with `--expose-gc`. */
async function collectGarbage(): Promise<void> {
  // Native objects are freed in the turn after, and let go of others then.
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
}
