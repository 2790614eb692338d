// Patterns are written by editors and run in every visitor's browser: only such are allowed that end soon on any text.

const ESCAPE = String.raw`\\[dDwWsS.\-\/()[\]{}+*?^$|]|\\p\{(?:L|N|Nd|Script=Han|Script=Tibetan)\}`
const CLASS = String.raw`\[\^?(?:${ESCAPE}|[^\\[\]])+\]`
const ATOM = String.raw`(?:${ESCAPE}|${CLASS}|\.|[^\\()[\]{}+*?^$|.])`
const FIXED = String.raw`(?:\{\d{1,3}\})`
const VARIABLE = String.raw`(?:[*+]|\{\d{1,3},\d{0,3}\})`
const PIECE = new RegExp(String.raw`^(?<atom>${ATOM})(?<times>\?|${FIXED}|${VARIABLE})?`, 'u')
const OPEN_END = new RegExp(`^${VARIABLE}$`)

const MOST_OPEN_ENDS = 2
const MOST_OPTIONAL = 6
/** Beyond it a pattern is not tried at all. */
const LONGEST_MATCHED = 500

/**
 * Why a pattern may not be used, in Chinese; null: it may. Allowed is a whole-line pattern `^…$` of characters and
 * classes, each repeated at most a few open-ended times, with alternatives in a group that is not itself repeated.
 */
export function patternFault(pattern: string): string | null {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return '须以 ^ 开头、以 $ 结尾'
  const counts = countPieces(pattern.slice(1, -1))
  if (counts === null || !isRegExp(pattern)) return '只能使用字符、字符类和不重复的分组'
  return counts.openEnds > MOST_OPEN_ENDS || counts.optional > MOST_OPTIONAL
    ? '重复的部分过多，核对会很慢'
    : null
}

/** False also for a pattern that may not be used, and for a text too long to try it on. */
export function isMatch(pattern: string, text: string): boolean {
  return text.length <= LONGEST_MATCHED && (compiled(pattern)?.test(text) ?? false)
}

const known = new Map<string, RegExp | null>()

function compiled(pattern: string): RegExp | null {
  const before = known.get(pattern)
  if (before !== undefined) return before
  if (known.size >= 1_000) known.clear()
  const made = patternFault(pattern) === null ? new RegExp(pattern, 'u') : null
  known.set(pattern, made)
  return made
}

function countPieces(inner: string): { openEnds: number; optional: number } | null {
  const counts = { openEnds: 0, optional: 0 }
  let rest = inner
  let depth = 0
  while (rest !== '') {
    const mark = /^(?:\(\?:|[()|])/.exec(rest)?.[0]
    if (mark !== undefined) {
      if (mark === '|' && depth === 0) return null
      if (mark.startsWith('(')) depth += 1
      if (mark === ')') depth -= 1
      if (depth < 0 || depth > 3) return null
      rest = rest.slice(mark.length)
      if (mark === ')' && /^[*+?{]/.test(rest)) return null
      continue
    }
    const piece = PIECE.exec(rest)
    if (piece === null) return null
    const times = piece.groups?.['times'] ?? ''
    if (times === '?') counts.optional += 1
    else if (OPEN_END.test(times)) counts.openEnds += 1
    rest = rest.slice(piece[0].length)
  }
  return depth === 0 ? counts : null
}

function isRegExp(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
