import { child, lastName, nodesOf, type SqlNode, textOf, walk } from './sql-tree.ts'

const FORBIDDEN_STATEMENTS: Readonly<Record<string, string>> = {
  CreateTrigStmt: 'a trigger; write what must happen in the command',
  CreateEventTrigStmt: 'an event trigger',
  RuleStmt: 'a rule',
  CreateSeqStmt: 'a sequence; ids are made by the application',
  AlterSeqStmt: 'a sequence; ids are made by the application',
  MergeStmt: 'MERGE; write insert … on conflict',
  CreateTableAsStmt: 'a table made from a query lies on one node; create it, then place it',
  NotifyStmt: 'NOTIFY reaches one node only; hints are sent after the commit',
  ListenStmt: 'LISTEN hears one node only',
}

const WRITES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']

const VOLATILE =
  /^(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|random_normal|setseed|gen_random_uuid|gen_random_bytes|uuidv[47]|uuid_generate_v\w+)$/

const SEQUENCE_FUNCTIONS = /^(nextval|setval|currval|lastval)$/
const ADVISORY_LOCK = /^pg_(try_)?advisory_/

/** Constructs that do not survive distribution over several machines (scale rules 3, 6, 8). */
export function forbiddenConstructs(statement: SqlNode): string[] {
  return [
    ...[...walk(statement)].flatMap(([kind]) => FORBIDDEN_STATEMENTS[kind] ?? []),
    ...nodesOf(statement, 'CommonTableExpr')
      .filter((cte) => WRITES.some((kind) => child(cte, 'ctequery')[kind] !== undefined))
      .map((cte) => `${textOf(cte, 'ctename')}: a CTE that changes data; send two statements`),
    ...functionNames(statement).flatMap((name) => {
      if (SEQUENCE_FUNCTIONS.test(name)) return [`${name}(): a sequence`]
      return ADVISORY_LOCK.test(name) ? [`${name}(): an advisory lock binds one node only`] : []
    }),
    ...volatileParts(statement)
      .flatMap((part) => [
        ...functionNames(part).filter((name) => VOLATILE.test(name)),
        ...nodesOf(part, 'SQLValueFunction').map((node) =>
          textOf(node, 'op').slice('SVFOP_'.length),
        ),
      ])
      .map((name) => `${name.toLowerCase()} in UPDATE or RETURNING; pass it as a parameter`),
  ]
}

/** The parts that every node would compute for itself. */
function volatileParts(statement: SqlNode): unknown[] {
  const updates = nodesOf(statement, 'UpdateStmt')
  return [
    ...updates,
    ...nodesOf(statement, 'onConflictClause'),
    ...[...nodesOf(statement, 'InsertStmt'), ...nodesOf(statement, 'DeleteStmt')].map(
      (write) => write['returningClause'],
    ),
  ]
}

function functionNames(part: unknown): string[] {
  return nodesOf(part, 'FuncCall').map((call) => lastName(call, 'funcname'))
}
