/** Rows by table, for the query builder. */
export type Tables = Record<string, never>
