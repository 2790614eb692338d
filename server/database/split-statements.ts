/** What may hide a semicolon: quoted text, quoted names, dollar-quoted bodies, comments. */
const SPAN_START = /[eE]?'|"|\$([\p{L}_][\p{L}\p{N}_]*)?\$|--|\/\*|;/gu

/**
 * The statements of an SQL file, without their semicolons; comments stay with the statement that follows them.
 * A function body must be dollar-quoted: `begin atomic` is not understood.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = []
  let start = 0
  let searchFrom = 0
  let hasCode = false
  for (;;) {
    SPAN_START.lastIndex = searchFrom
    const found = SPAN_START.exec(sql)
    const end = found?.index ?? sql.length
    if (sql.slice(searchFrom, end).trim() !== '') hasCode = true
    if (!found || found[0] === ';') {
      if (hasCode) statements.push(sql.slice(start, end).trim())
      if (!found) return statements
      start = end + 1
      searchFrom = start
      hasCode = false
    } else {
      if (found[0] !== '--' && found[0] !== '/*') hasCode = true
      searchFrom = endOfSpan(sql, found[0], end, end + found[0].length)
    }
  }
}

function endOfSpan(sql: string, opening: string, index: number, after: number): number {
  switch (opening.slice(-1)) {
    case "'":
      return endOfQuote(sql, after, opening.length > 1 && !isInsideName(sql, index))
    case '"':
      return endAfter(sql, '"', after)
    case '-':
      return endAfter(sql, '\n', after)
    case '*':
      return endOfComment(sql, after)
    default:
      // `a$1$b` is a name, not an opening quote.
      return isInsideName(sql, index) ? after : endAfter(sql, opening, after)
  }
}

function endOfQuote(sql: string, from: number, backslashEscapes: boolean): number {
  for (let at = from; at < sql.length; at += 1) {
    if (backslashEscapes && sql[at] === '\\') at += 1
    // A doubled quote closes and reopens, which comes to the same.
    else if (sql[at] === "'") return at + 1
  }
  return sql.length
}

function endOfComment(sql: string, from: number): number {
  const marks = /\/\*|\*\//g
  marks.lastIndex = from
  for (let depth = 1; depth > 0;) {
    const mark = marks.exec(sql)
    if (!mark) return sql.length
    depth += mark[0] === '/*' ? 1 : -1
  }
  return marks.lastIndex
}

function endAfter(sql: string, closing: string, from: number): number {
  const at = sql.indexOf(closing, from)
  return at === -1 ? sql.length : at + closing.length
}

function isInsideName(sql: string, index: number): boolean {
  return /[\p{L}\p{N}_$]/u.test(sql[index - 1] ?? '')
}
