// Patterns are written by editors and run in every visitor's browser: only such are allowed that end soon on any text.

const ESCAPE = String.raw`\\[dDwWsS.\-\/()[\]{}+*?^$|]|\\p\{(?:L|N|Nd|Script=Han|Script=Tibetan)\}`
const CLASS = String.raw`\[\^?(?:${ESCAPE}|[^\\[\]])+\]`
const ATOM = String.raw`(?:${ESCAPE}|${CLASS}|\.|[^\\()[\]{}+*?^$|.])`
const FIXED = String.raw`(?:\{\d{1,3}\})`
const VARIABLE = String.raw`(?:[*+]|\{\d{1,3},\d{0,3}\})`
const PIECE = new RegExp(String.raw`^(?:${ATOM})(\?|${FIXED}|${VARIABLE})?`, 'u')
const OPEN_END = new RegExp(`^${VARIABLE}$`)

/** A group begins, ends, or ends and is repeated: the last is not allowed. */
const MARK = /^(?:\(\?:|\)[*+?{]|[()|])/
const DEEPEST = 3

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

type Counts = { readonly openEnds: number; readonly optional: number }

/** Null: something stands in it that is not allowed. */
function countPieces(inner: string): Counts | null {
  const tokens = tokensOf(inner)
  if (tokens === null) return null
  let depth = 0
  for (const { mark } of tokens) {
    depth = mark === null ? depth : depthAfter(mark, depth)
    if (depth < 0) return null
  }
  if (depth > 0) return null
  return {
    openEnds: tokens.filter(({ times }) => OPEN_END.test(times)).length,
    optional: tokens.filter(({ times }) => times === '?').length,
  }
}

type Token = { readonly mark: string | null; readonly times: string }

function tokensOf(inner: string): readonly Token[] | null {
  const tokens: Token[] = []
  let rest = inner
  while (rest !== '') {
    const [mark = null] = MARK.exec(rest) ?? []
    const [text, times = ''] = mark === null ? (PIECE.exec(rest) ?? ['']) : [mark]
    if (text === '') return null
    tokens.push({ mark, times })
    rest = rest.slice(text.length)
  }
  return tokens
}

/** How many groups are open after a mark; negative: it may not stand there. */
function depthAfter(mark: string, depth: number): number {
  if (mark === '|') return depth === 0 ? -1 : depth
  if (mark.startsWith('(')) return depth < DEEPEST ? depth + 1 : -1
  return mark === ')' ? depth - 1 : -1
}

function isRegExp(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
