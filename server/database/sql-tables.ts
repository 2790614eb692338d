import { child, children, lastName, namesIn, nodesOf, type SqlNode, textOf } from './sql-tree.ts'

/** How a table lies on Citus: split by region, or a copy on every node. */
export type Placement = 'tenant' | 'reference'
export type Placements = ReadonlyMap<string, Placement>

const SEQUENCE_TYPES = /^(small|big)?serial[248]?$/

/** Reads `select dist_tenant('t')` and `select dist_ref('t')`. */
export function placementIn(statement: SqlNode): readonly [string, Placement] | undefined {
  for (const target of children(child(statement, 'SelectStmt'), 'targetList')) {
    const call = child(child(child(target, 'ResTarget'), 'val'), 'FuncCall')
    const helper = lastName(call, 'funcname')
    const table = nodesOf(call['args'], 'sval').map((text) => textOf(text, 'sval'))[0]
    if (table === undefined) continue
    if (helper === 'dist_tenant') return [table, 'tenant']
    if (helper === 'dist_ref') return [table, 'reference']
  }
  return undefined
}

/** What is wrong with one CREATE TABLE, ALTER TABLE or CREATE INDEX. */
export function lintTableStatement(statement: SqlNode, placements: Placements): string[] {
  return [
    ...lintDrop(child(statement, 'DropStmt')),
    ...lintCreateTable(child(statement, 'CreateStmt'), placements),
    ...lintAlterTable(child(statement, 'AlterTableStmt'), placements),
    ...lintIndex(child(statement, 'IndexStmt'), placements),
  ]
}

function lintDrop(drop: SqlNode): string[] {
  return children(drop, 'objects').length > 1 ? ['drop one object a statement'] : []
}

function lintCreateTable(create: SqlNode, placements: Placements): string[] {
  const table = textOf(child(create, 'relation'), 'relname')
  if (table === '') return []
  const placement = placements.get(table)
  const elements = children(create, 'tableElts')
  const columns = elements.flatMap((element) =>
    element['ColumnDef'] ? [child(element, 'ColumnDef')] : [],
  )
  const constraints = elements.flatMap((element) =>
    element['Constraint'] ? [child(element, 'Constraint')] : [],
  )
  return [
    ...(placement === undefined ? [`${table}: neither dist_tenant nor dist_ref follows it`] : []),
    ...(placement === 'tenant' ? lintRegionColumn(table, columns[0] ?? {}) : []),
    ...columns.flatMap((column) => lintColumn(table, column, placements)),
    ...constraints.flatMap((constraint) => lintConstraint(table, constraint, placements)),
  ]
}

function lintRegionColumn(table: string, first: SqlNode): string[] {
  const isInt = lastName(child(first, 'typeName'), 'names') === 'int4'
  const isRequired = constraintsOf(first).some(({ contype }) => contype === 'CONSTR_NOTNULL')
  return textOf(first, 'colname') === 'region_code' && isInt && isRequired
    ? []
    : [`${table}: the first column must be region_code int not null`]
}

function lintColumn(table: string, column: SqlNode, placements: Placements): string[] {
  const name = `${table}.${textOf(column, 'colname')}`
  const findings = SEQUENCE_TYPES.test(lastName(child(column, 'typeName'), 'names'))
    ? [`${name}: a serial; ids are made by the application`]
    : []
  for (const constraint of constraintsOf(column)) {
    const kind = textOf(constraint, 'contype')
    if (kind === 'CONSTR_IDENTITY')
      findings.push(`${name}: an identity; ids are made by the application`)
    else if (kind === 'CONSTR_GENERATED' && constraint['generated_kind'] !== 's')
      findings.push(`${name}: a generated column must say STORED`)
    else if (isKey(kind) || kind === 'CONSTR_FOREIGN')
      findings.push(
        ...lintConstraint(table, { ...constraint, ...columnAsKeys(kind, column) }, placements),
      )
  }
  return findings
}

/** A constraint written on a column, as if it were written on the table. */
function columnAsKeys(kind: string, column: SqlNode): SqlNode {
  const keys = [{ String: { sval: textOf(column, 'colname') } }]
  return kind === 'CONSTR_FOREIGN' ? { fk_attrs: keys } : { keys }
}

function lintConstraint(table: string, constraint: SqlNode, placements: Placements): string[] {
  const kind = textOf(constraint, 'contype')
  if (kind === 'CONSTR_FOREIGN') return lintForeignKey(table, constraint, placements)
  if (placements.get(table) !== 'tenant' || !(isKey(kind) || kind === 'CONSTR_EXCLUSION')) return []
  // `unique using index` names no columns: the index was held to the same rule.
  if (textOf(constraint, 'indexname') !== '') return []
  const first =
    kind === 'CONSTR_EXCLUSION'
      ? textOf(nodesOf(constraint['exclusions'], 'IndexElem')[0] ?? {}, 'name')
      : namesIn(constraint, 'keys')[0]
  return first === 'region_code'
    ? []
    : [`${table}: ${kind.slice('CONSTR_'.length).toLowerCase()} key must begin with region_code`]
}

function lintForeignKey(table: string, constraint: SqlNode, placements: Placements): string[] {
  const target = textOf(child(constraint, 'pktable'), 'relname')
  const findings = [
    ...(constraint['fk_del_action'] === 'n'
      ? [`${table}: on delete set null would null region_code`]
      : []),
    ...(constraint['fk_del_action'] === 'd'
      ? [`${table}: on delete set default would change region_code`]
      : []),
    ...(['c', 'n', 'd'].includes(textOf(constraint, 'fk_upd_action'))
      ? [`${table}: on update would change region_code; leave it out`]
      : []),
  ]
  if (placements.get(target) !== 'tenant') return findings
  if (placements.get(table) !== 'tenant')
    findings.push(`${table}: a reference table may not point to tenant table ${target}`)
  const there = namesIn(constraint, 'pk_attrs')
  const begins = namesIn(constraint, 'fk_attrs')[0] === 'region_code'
  if (!begins || (there.length > 0 && there[0] !== 'region_code'))
    findings.push(`${table}: the foreign key to ${target} must begin with region_code`)
  return findings
}

function lintAlterTable(alter: SqlNode, placements: Placements): string[] {
  const table = textOf(child(alter, 'relation'), 'relname')
  return children(alter, 'cmds').flatMap((command) => {
    const definition = child(child(command, 'AlterTableCmd'), 'def')
    return [
      ...(definition['ColumnDef']
        ? lintColumn(table, child(definition, 'ColumnDef'), placements)
        : []),
      ...(definition['Constraint']
        ? lintConstraint(table, child(definition, 'Constraint'), placements)
        : []),
    ]
  })
}

function lintIndex(index: SqlNode, placements: Placements): string[] {
  const table = textOf(child(index, 'relation'), 'relname')
  if (index['unique'] !== true || placements.get(table) !== 'tenant') return []
  const first = child(children(index, 'indexParams')[0] ?? {}, 'IndexElem')
  return textOf(first, 'name') === 'region_code'
    ? []
    : [`${table}: a unique index must begin with region_code`]
}

function constraintsOf(column: SqlNode): SqlNode[] {
  return children(column, 'constraints').map((constraint) => child(constraint, 'Constraint'))
}

function isKey(kind: string): boolean {
  return kind === 'CONSTR_PRIMARY' || kind === 'CONSTR_UNIQUE'
}
