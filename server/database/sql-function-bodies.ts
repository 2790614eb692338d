import { parsePlPgSQLSync } from 'libpg-query'
import { child, children, nodesOf, type SqlNode, textOf } from './sql-tree.ts'

// Parse modes of PostgreSQL for what stands inside plpgsql: a statement, an expression, an assignment.
const STATEMENT = 0
const EXPRESSION = 2

/** The SQL inside a CREATE FUNCTION, each piece as a statement that can be parsed by itself. */
export function statementsInBody(statement: SqlNode, text: string): string[] {
  const options = new Map(
    children(child(statement, 'CreateFunctionStmt'), 'options').map((option) => {
      const element = child(option, 'DefElem')
      return [textOf(element, 'defname'), element['arg']] as const
    }),
  )
  const language = languageOf(options)
  if (language === 'sql') return bodyOf(options)
  if (language !== 'plpgsql') return []
  return nodesOf(parsePlPgSQLSync(text), 'PLpgSQL_expr').map((expression) => {
    const query = textOf(expression, 'query')
    const mode = expression['parseMode'] ?? STATEMENT
    if (mode === STATEMENT) return query
    return mode === EXPRESSION ? `select ${query}` : `select ${query.replace(/^.*?:?=/s, '')}`
  })
}

function languageOf(options: ReadonlyMap<string, unknown>): string {
  return textOf(nodesOf({ arg: options.get('language') }, 'String')[0] ?? {}, 'sval').toLowerCase()
}

function bodyOf(options: ReadonlyMap<string, unknown>): string[] {
  return nodesOf({ arg: options.get('as') }, 'String').map((body) => textOf(body, 'sval'))
}
