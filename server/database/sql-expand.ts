import { child, children, isNode, type SqlNode, textOf, walk } from './sql-tree.ts'

export type MigrationStep = {
  readonly where: string
  readonly sql: string
  readonly tree: SqlNode
}

/** Up to here nothing was installed anywhere; from the next on the release before goes on working meanwhile. */
const LAST_BEFORE = 4

const TOO_STRONG: Readonly<Record<string, string>> = {
  AT_DropColumn: 'a column is not dropped: the release before reads it',
  AT_AlterColumnType: 'the type of a column stays: rewriting the table stops every command',
  AT_SetNotNull: 'NOT NULL on a column that is there scans the table under a lock',
  AT_SetTableSpace: 'a table is not moved under a lock',
  AT_DropConstraint:
    'a constraint is not dropped in the migration that a running server still relies on',
}

/**
 * What a migration may not do while the server of the release before gives commands: take away or rename what it uses,
 * or lock a table that was there before for longer than a moment.
 */
export function expandFindings(
  steps: readonly MigrationStep[],
  isInTransaction: (file: string) => boolean,
): { where: string; sql: string; message: string }[] {
  return steps.flatMap((step) => {
    if (numberOf(step.where) <= LAST_BEFORE) return []
    const isNew = (table: string) => isMadeIn(steps, step.where, table)
    return [
      ...takenAway(step.tree),
      ...alterations(child(step.tree, 'AlterTableStmt'), isNew, replacements(steps, step.where)),
      ...indexes(step.tree, isNew, isInTransaction(step.where)),
      ...rewrites(step.tree, isNew),
    ].map((message) => ({ where: step.where, sql: step.sql, message }))
  })
}

function numberOf(file: string): number {
  return Number.parseInt(file, 10)
}

/** A table that the same file makes has no rows and no readers yet. */
function isMadeIn(steps: readonly MigrationStep[], file: string, table: string): boolean {
  return steps.some(
    ({ where, tree }) =>
      where === file && textOf(child(child(tree, 'CreateStmt'), 'relation'), 'relname') === table,
  )
}

const KEPT = ['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_FUNCTION', 'OBJECT_TYPE', 'OBJECT_SCHEMA']

function takenAway(tree: SqlNode): string[] {
  const rename = tree['RenameStmt']
  const dropped = textOf(child(tree, 'DropStmt'), 'removeType')
  return [
    ...(isNode(rename) && textOf(rename, 'renameType') !== 'OBJECT_INDEX'
      ? ['nothing is renamed: the release before knows the old name']
      : []),
    ...(KEPT.includes(dropped)
      ? ['nothing is dropped that the release before may use: that is for a later release']
      : []),
    ...(isNode(tree['TruncateStmt']) ? ['a table is not emptied'] : []),
  ]
}

/** A check that the same file puts in the place of a narrower one: what the release before writes still passes it. */
function replacements(steps: readonly MigrationStep[], file: string) {
  return (table: string, constraint: string): boolean =>
    steps.some(({ where, tree }) => {
      const alter = child(tree, 'AlterTableStmt')
      return (
        where === file &&
        textOf(child(alter, 'relation'), 'relname') === table &&
        children(alter, 'cmds').some((command) => {
          const definition = child(child(child(command, 'AlterTableCmd'), 'def'), 'Constraint')
          return (
            textOf(definition, 'conname') === constraint &&
            textOf(definition, 'contype') === 'CONSTR_CHECK'
          )
        })
      )
    })
}

function alterations(
  alter: SqlNode,
  isNew: (table: string) => boolean,
  isMadeAnew: (table: string, constraint: string) => boolean,
): string[] {
  const table = textOf(child(alter, 'relation'), 'relname')
  if (table === '' || isNew(table)) return []
  return children(alter, 'cmds').flatMap((command) => {
    const change = child(command, 'AlterTableCmd')
    const subtype = textOf(change, 'subtype')
    const said = TOO_STRONG[subtype]
    if (subtype === 'AT_DropConstraint' && isMadeAnew(table, textOf(change, 'name'))) return []
    if (said !== undefined) return [`${table}: ${said}`]
    if (subtype === 'AT_AddColumn')
      return addedColumn(table, child(child(change, 'def'), 'ColumnDef'))
    if (subtype === 'AT_AddConstraint')
      return addedConstraint(table, child(child(change, 'def'), 'Constraint'))
    return []
  })
}

function addedColumn(table: string, column: SqlNode): string[] {
  const name = `${table}.${textOf(column, 'colname')}`
  const constraints = children(column, 'constraints').map((one) => child(one, 'Constraint'))
  const has = (type: string) => constraints.some(({ contype }) => contype === type)
  const isVolatile = constraints.some(
    (one) =>
      textOf(one, 'contype') === 'CONSTR_DEFAULT' &&
      [...walk(one)].some(([kind]) => kind === 'FuncCall'),
  )
  return [
    ...(has('CONSTR_NOTNULL') && !has('CONSTR_DEFAULT')
      ? [`${name}: NOT NULL needs a default: the release before does not fill it`]
      : []),
    ...(isVolatile ? [`${name}: a computed default rewrites the table`] : []),
    ...(has('CONSTR_GENERATED') ? [`${name}: a generated column rewrites the table`] : []),
    ...(has('CONSTR_UNIQUE') ? [`${name}: make the index concurrently first`] : []),
  ]
}

function addedConstraint(table: string, constraint: SqlNode): string[] {
  const type = textOf(constraint, 'contype')
  if (type === 'CONSTR_UNIQUE' || type === 'CONSTR_PRIMARY')
    return constraint['indexname'] === undefined
      ? [`${table}: make the unique index concurrently, then add the constraint USING it`]
      : []
  return constraint['skip_validation'] === true
    ? []
    : [`${table}: add the constraint NOT VALID and validate it in the next step`]
}

function indexes(
  tree: SqlNode,
  isNew: (table: string) => boolean,
  inTransaction: boolean,
): string[] {
  const index = child(tree, 'IndexStmt')
  const table = textOf(child(index, 'relation'), 'relname')
  const isDrop = textOf(child(tree, 'DropStmt'), 'removeType') === 'OBJECT_INDEX'
  if ((table === '' || isNew(table)) && !isDrop) return []
  const isConcurrent = (isDrop ? child(tree, 'DropStmt') : index)['concurrent'] === true
  const name = isDrop ? 'an index' : `an index on ${table}`
  return [
    ...(isConcurrent ? [] : [`${name} is made and dropped CONCURRENTLY: writers go on`]),
    ...(isConcurrent && inTransaction ? ['the file must begin with "-- no transaction"'] : []),
  ]
}

/** One UPDATE over a whole table holds every row until it ends, and every command on one of them waits. */
function rewrites(tree: SqlNode, isNew: (table: string) => boolean): string[] {
  const update = child(tree, 'UpdateStmt')
  const remove = child(tree, 'DeleteStmt')
  const table = textOf(child(isNode(tree['UpdateStmt']) ? update : remove, 'relation'), 'relname')
  if (table === '' || isNew(table)) return []
  return [`${table}: rows are filled in batches by the server, not by one statement of a migration`]
}
