import { loadModule, parseSync } from 'libpg-query'
import { expandFindings } from './sql-expand.ts'
import { forbiddenConstructs } from './sql-forbidden.ts'
import { statementsInBody } from './sql-function-bodies.ts'
import { changesRegion, tablesWithoutRegion } from './sql-regions.ts'
import { lintTableStatement, type Placement, placementIn, type Placements } from './sql-tables.ts'
import { child, children, isNode, lastName, nodesOf, type SqlNode, textOf } from './sql-tree.ts'
import { splitStatements } from './split-statements.ts'

/** A statement that would not run, or would run slowly, when regions live on several machines. */
export type SqlFinding = { readonly where: string; readonly sql: string; readonly message: string }

export type SqlLinter = {
  /** What the migrations themselves do wrong, function bodies included. */
  readonly migrations: readonly SqlFinding[]
  /** What a statement of the application does wrong. */
  statement(sql: string, where?: string): SqlFinding[]
}

/** Holds SQL against the schema rules that keep one schema fit for one machine and for many. */
export async function sqlLinter(
  files: readonly { readonly file: string; readonly text: string }[],
): Promise<SqlLinter> {
  await loadModule()
  const steps = files.flatMap(({ file, text }) =>
    splitStatements(text).map((sql) => ({ where: file, sql, tree: parse(sql) })),
  )
  const placements = placementsOf(steps.map(({ tree }) => tree))
  const lint = (sql: string, where: string): SqlFinding[] =>
    messagesFor(sql, placements).map((message) => ({ where, sql, message }))
  return {
    migrations: [
      ...misplaced(steps),
      ...undelegated(steps),
      ...expandFindings(steps, (file) => !isOutsideTransaction(files, file)),
      ...steps.flatMap(({ where, sql, tree }) => [
        ...lintTableStatement(tree, placements).map((message) => ({ where, sql, message })),
        ...lint(sql, where),
        ...statementsInBody(tree, sql).flatMap((inner) => [
          ...lint(inner, where),
          ...(/\bpg_notify\s*\(/i.test(inner)
            ? [{ where, sql, message: 'pg_notify() inside a function: it reaches one node only' }]
            : []),
        ]),
      ]),
    ],
    statement: (sql, where = 'captured') => lint(sql, where),
  }
}

function isOutsideTransaction(
  files: readonly { readonly file: string; readonly text: string }[],
  file: string,
): boolean {
  const text = files.find((one) => one.file === file)?.text ?? ''
  return /^-- no transaction\s*(\n|$)/.test(text)
}

/** The helper must come right after CREATE TABLE: a table with foreign keys cannot be distributed any more. */
function misplaced(
  steps: readonly { readonly where: string; readonly sql: string; readonly tree: SqlNode }[],
): SqlFinding[] {
  return steps.flatMap(({ where, sql, tree }, index) => {
    const table = textOf(child(child(tree, 'CreateStmt'), 'relation'), 'relname')
    if (table === '') return []
    return placementIn(steps[index + 1]?.tree ?? {})?.[0] === table
      ? []
      : [{ where, sql, message: `${table}: dist_tenant or dist_ref must follow at once` }]
  })
}

/**
 * A function that writes for one region runs on the worker that keeps it only when Citus is told so, under its exact
 * signature: one that was given another argument since would run on the coordinator, many times slower, and unnoticed.
 */
function undelegated(
  steps: readonly { readonly where: string; readonly sql: string; readonly tree: SqlNode }[],
): SqlFinding[] {
  const told = steps.map(({ sql }) => sql.replace(/\s+/g, ' '))
  return steps.flatMap(({ where, sql, tree }) => {
    const signature = regionFunction(tree)
    if (signature === undefined) return []
    return told.some((step) => step.includes(`create_distributed_function('${signature}'`))
      ? []
      : [{ where, sql, message: `${signature}: create_distributed_function must name it` }]
  })
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  int4: 'int',
  int8: 'bigint',
  bool: 'boolean',
}

/** name(types) of a plpgsql function whose first argument is the region. */
function regionFunction(tree: SqlNode): string | undefined {
  const create = child(tree, 'CreateFunctionStmt')
  const parameters = children(create, 'parameters').map((one) => child(one, 'FunctionParameter'))
  if (textOf(parameters[0] ?? {}, 'name') !== 'p_region') return undefined
  const isPlpgsql = children(create, 'options').some((option) =>
    nodesOf(child(option, 'DefElem')['arg'], 'String').some(
      (text) => textOf(text, 'sval') === 'plpgsql',
    ),
  )
  if (!isPlpgsql) return undefined
  const types = parameters.map((parameter) => {
    const type = lastName(child(parameter, 'argType'), 'names')
    return TYPE_NAMES[type] ?? type
  })
  return `${lastName(create, 'funcname')}(${types.join(', ')})`
}

function placementsOf(trees: readonly SqlNode[]): Placements {
  const placements = new Map<string, Placement>()
  for (const tree of trees) {
    const placement = placementIn(tree)
    if (placement) placements.set(...placement)
  }
  return placements
}

function messagesFor(sql: string, placements: Placements): string[] {
  const tree = parse(sql)
  if (tree['unreadable'] !== undefined) return [`not SQL: ${textOf(tree, 'unreadable')}`]
  return [
    ...forbiddenConstructs(tree),
    ...tablesWithoutRegion(tree, placements).map(
      (table) => `${table}: no region_code = … holds this tenant table to one region`,
    ),
    ...(changesRegion(tree) ? ['region_code is never updated'] : []),
  ]
}

function parse(sql: string): SqlNode {
  try {
    const [first, ...more] = parseSync(sql).stmts ?? []
    if (more.length > 0) return { unreadable: 'several statements in one' }
    const statement: unknown = first?.stmt
    return isNode(statement) ? statement : {}
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
}
