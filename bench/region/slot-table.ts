import type { Piece } from './byte-program.ts'

/** Which placeholder is which slot: in texts as it stands, in uuid, timestamptz and bytea columns by its bytes. */
export type SlotTable = {
  /** A slot of its own; `binary` gives it a second one for the bytes behind the text. */
  readonly add: (placeholder: string, kind?: 'text' | 'binary') => number
  /** A slot that stands in no text. */
  readonly addHidden: () => number
  readonly binarySlotOf: (placeholder: string) => number | undefined
  readonly split: (text: string) => readonly Piece[]
  readonly count: () => number
}

/** Tokens that stay in stored notices until they are typeset. */
const KEPT = /⟦(?:办件编号|文号|决定书文号)⟧/g

export function newSlotTable(): SlotTable {
  const slots = new Map<string, number>()
  const binary = new Map<string, number>()
  let count = 0
  let any: RegExp | undefined

  function split(text: string): readonly Piece[] {
    any ??= patternOf([...slots.keys()])
    const pieces: Piece[] = []
    let from = 0
    for (const { 0: found, index } of text.matchAll(any)) {
      const slot = slots.get(found)
      if (slot === undefined) continue
      if (index > from) pieces.push(constant(text.slice(from, index)))
      pieces.push(slot)
      from = index + found.length
    }
    if (from < text.length) pieces.push(constant(text.slice(from)))
    return pieces
  }

  return {
    add: (placeholder, kind = 'text') => {
      any = undefined
      const slot = count
      slots.set(placeholder, slot)
      if (kind === 'binary') binary.set(placeholder, slot + 1)
      count += kind === 'binary' ? 2 : 1
      return slot
    },
    addHidden: () => count++,
    binarySlotOf: (placeholder) => binary.get(placeholder),
    split,
    count: () => count,
  }
}

function constant(text: string): Buffer {
  if (text.replaceAll(KEPT, '').includes('⟦'))
    throw new Error(`A placeholder that no slot fills: ${/⟦.{0,12}/.exec(text)?.[0]}`)
  return Buffer.from(text)
}

/** The shapes that most placeholders have, told apart at once; the few others by their letters. */
const SHAPES = [
  '⟦[^⟧*"]+(?:⟧|\\*\\*)',
  '([b-f])\\1{7}-\\1{4}-4\\1{3}-[8b-f]\\1{3}-[b-f0-9]{12}',
  '(?:ab){30}\\d{4}',
  '\\d{4}-\\d\\d-\\d\\dT0\\d:58:07\\.1\\d\\dZ',
].join('|')

function patternOf(placeholders: readonly string[]): RegExp {
  const shaped = new RegExp(`^(?:${SHAPES})$`)
  const others = placeholders.filter((placeholder) => !shaped.test(placeholder))
  return new RegExp([SHAPES, ...others.map(escaped).toSorted(longestFirst)].join('|'), 'g')
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length
}
