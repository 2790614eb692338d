import {
  child,
  children,
  isNode,
  namesIn,
  nodesOf,
  type SqlNode,
  textOf,
  walk,
} from './sql-tree.ts'
import type { Placements } from './sql-tables.ts'

const REGION = 'region_code'
const STATEMENTS = ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt']

/** A side of `region_code = …`: the region of a table (by its alias; '' when unqualified), or anything else. */
type Side = { readonly regionOf: string } | 'value'

/** Tenant tables that a statement, or a subquery of it, names without saying which region (scale rule 5). */
export function tablesWithoutRegion(statement: SqlNode, placements: Placements): string[] {
  return [...walk(statement)]
    .filter(([kind]) => STATEMENTS.includes(kind))
    .flatMap(([kind, block]) =>
      kind === 'InsertStmt'
        ? insertsWithoutRegion(block, placements)
        : unpinnedTables(block, placements),
    )
}

function insertsWithoutRegion(insert: SqlNode, placements: Placements): string[] {
  const table = textOf(child(insert, 'relation'), 'relname')
  const columns = children(insert, 'cols').map((column) =>
    textOf(child(column, 'ResTarget'), 'name'),
  )
  return placements.get(table) === 'tenant' && !columns.includes(REGION) ? [table] : []
}

function unpinnedTables(block: SqlNode, placements: Placements): string[] {
  const sources = sourcesOf(block)
  const tenants = sources.filter(({ table }) => placements.get(table) === 'tenant')
  if (tenants.length === 0) return []
  const names = new Set(sources.map(({ alias }) => alias))
  const sole = tenants.length === 1 ? (tenants[0]?.alias ?? '') : ''
  const equalities = equalitiesOf(block).map((sides) =>
    sides.map((side): Side => {
      if (side === 'value') return 'value'
      const alias = side.regionOf === '' ? sole : side.regionOf
      // A table of an enclosing query is held to its region there.
      return names.has(alias) || alias === '' ? { regionOf: alias } : 'value'
    }),
  )
  const open = new Set(tenants.map(({ alias }) => alias))
  const isPinned = (side: Side) => side === 'value' || !open.has(side.regionOf)
  for (let before = -1; before !== open.size;) {
    before = open.size
    for (const sides of equalities) {
      if (!sides.some(isPinned)) continue
      for (const side of sides)
        if (side !== 'value' && side.regionOf !== '') open.delete(side.regionOf)
    }
  }
  return tenants.filter(({ alias }) => open.has(alias)).map(({ table }) => table)
}

function sourcesOf(block: SqlNode): { table: string; alias: string }[] {
  const from = block['fromClause'] ?? block['usingClause']
  const listed = [...walk(from, (kind) => STATEMENTS.includes(kind))]
    .filter(([kind]) => kind === 'RangeVar')
    .map(([, table]) => table)
  // UPDATE and DELETE name their table outside of any list.
  return [...listed, ...(isNode(block['relation']) ? [block['relation']] : [])].map((node) => {
    const table = textOf(node, 'relname')
    return { table, alias: textOf(child(node, 'alias'), 'aliasname') || table }
  })
}

/** Equalities on region_code that hold for every row: AND-ed conditions, join conditions, USING. */
function equalitiesOf(block: SqlNode): Side[][] {
  const from = block['fromClause'] ?? block['usingClause']
  const joins = [...walk(from, (kind) => STATEMENTS.includes(kind))]
    .filter(([kind]) => kind === 'JoinExpr')
    .map(([, join]) => join)
  return [
    ...conjunctsOf(child(block, 'whereClause')).flatMap(equalityOf),
    ...joins.flatMap((join) => conjunctsOf(child(join, 'quals')).flatMap(equalityOf)),
    ...joins
      .filter((join) => namesIn(join, 'usingClause').includes(REGION))
      .map((join) =>
        sourcesOf({ fromClause: [join['larg'], join['rarg']] }).map(({ alias }) => ({
          regionOf: alias,
        })),
      ),
  ]
}

function conjunctsOf(condition: SqlNode): SqlNode[] {
  const bool = child(condition, 'BoolExpr')
  if (bool['boolop'] === 'AND_EXPR') return children(bool, 'args').flatMap(conjunctsOf)
  return condition['A_Expr'] ? [child(condition, 'A_Expr')] : []
}

function equalityOf(expression: SqlNode): Side[][] {
  if (expression['kind'] !== 'AEXPR_OP' || namesIn(expression, 'name')[0] !== '=') return []
  const left = partsOf(child(expression, 'lexpr'))
  const right = partsOf(child(expression, 'rexpr'))
  return left
    .map((part, index) => [sideOf(part), sideOf(right[index] ?? {})])
    .filter((sides) => sides.some((side) => side !== 'value'))
}

function partsOf(expression: SqlNode): SqlNode[] {
  return expression['RowExpr'] ? children(child(expression, 'RowExpr'), 'args') : [expression]
}

function sideOf(expression: SqlNode): Side {
  const bare = expression['TypeCast'] ? child(child(expression, 'TypeCast'), 'arg') : expression
  const fields = namesIn(child(bare, 'ColumnRef'), 'fields')
  return fields.at(-1) === REGION ? { regionOf: fields.at(-2) ?? '' } : 'value'
}

/** Statements that move a row to another region, which Citus refuses. */
export function changesRegion(statement: SqlNode): boolean {
  return [...nodesOf(statement, 'UpdateStmt'), ...nodesOf(statement, 'onConflictClause')].some(
    (update) =>
      children(update, 'targetList').some(
        (target) => textOf(child(target, 'ResTarget'), 'name') === REGION,
      ),
  )
}
