import { patternFault } from '../../domain/form/field-pattern.ts'

/** Characters that a class of a field's pattern is tried with, common ones first. */
const CANDIDATES = Array.from('A1a中藏བ0Z9z-—.（）()/·,，:：_ #@+*《》第号')
const PIECE =
  /(\\p\{[^}]+\}|\\.|\[\^?(?:\\.|[^\]\\])+\]|\(\?:|[()|]|\.|[^\\()[\]{}+*?^$|])(\?|\*|\+|\{\d+(?:,\d*)?\})?/gu

/**
 * The shortest text that a pattern of a form's field takes (domain/form/field-pattern.ts says what patterns there are);
 * undefined when none was found.
 */
export function textForPattern(pattern: string, atLeast = 0): string | undefined {
  if (patternFault(pattern) !== null) return undefined
  const text = firstAlternative(pattern.replace(/^\^/, '').replace(/\$$/, ''), atLeast)
  return text !== undefined && new RegExp(pattern, 'u').test(text) ? text : undefined
}

function firstAlternative(inner: string, atLeast: number): string | undefined {
  let text = ''
  let growing: { readonly at: number; readonly character: string } | null = null
  for (const [piece, times] of takenPieces(inner)) {
    const character = characterFor(piece)
    if (character === undefined) return undefined
    text += character.repeat(fewest(times))
    if (isOpen(times)) growing = { at: text.length, character }
  }
  const missing = atLeast - text.length
  if (missing <= 0 || growing === null) return text
  const { at, character } = growing
  return `${text.slice(0, at)}${character.repeat(missing)}${text.slice(at)}`
}

/** Of a group's alternatives the first; the rest are passed over. */
function* takenPieces(inner: string): Generator<readonly [piece: string, times: string]> {
  let depth = 0
  let passing: number | null = null
  for (const [, piece = '', times = ''] of inner.matchAll(PIECE)) {
    if (piece.startsWith('(')) depth += 1
    else if (piece === '|') passing ??= depth
    else if (piece === ')') {
      if (passing === depth) passing = null
      depth -= 1
    } else if (passing === null) yield [piece, times]
  }
}

function characterFor(piece: string): string | undefined {
  if (piece.length === 1 && piece !== '.') return piece
  const one = new RegExp(`^${piece}$`, 'u')
  return CANDIDATES.find((candidate) => one.test(candidate))
}

function fewest(times: string): number {
  if (times === '') return 1
  if (times === '?' || times === '*') return 0
  return times === '+' ? 1 : Number(/\d+/.exec(times)?.[0] ?? 1)
}

function isOpen(times: string): boolean {
  return times === '*' || times === '+' || times.includes(',')
}
