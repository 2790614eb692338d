/** A node of PostgreSQL's own parse tree, as libpg-query gives it: one key names the kind of a wrapped node. */
export type SqlNode = { readonly [key: string]: unknown }

export function isNode(value: unknown): value is SqlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The child under `key` when it is a node, else an empty one. */
export function child(node: SqlNode, key: string): SqlNode {
  const value = node[key]
  return isNode(value) ? value : {}
}

export function children(node: SqlNode, key: string): SqlNode[] {
  const value = node[key]
  return Array.isArray(value) ? value.filter(isNode) : []
}

export function textOf(node: SqlNode, key: string): string {
  const value = node[key]
  return typeof value === 'string' ? value : ''
}

/** `[{ String: { sval } }, …]`: names of columns, functions, types, operators. */
export function namesIn(node: SqlNode, key: string): string[] {
  return children(node, key).map((name) => textOf(child(name, 'String'), 'sval'))
}

export function lastName(node: SqlNode, key: string): string {
  return namesIn(node, key).at(-1) ?? ''
}

/** Every `[kind, node]` in the tree, outermost first; `stopAt` is answered but not entered. */
export function* walk(
  value: unknown,
  stopAt: (kind: string) => boolean = () => false,
): Generator<readonly [string, SqlNode]> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item, stopAt)
  } else if (isNode(value)) {
    for (const [kind, inner] of Object.entries(value)) {
      if (isNode(inner)) yield [kind, inner]
      if (!isNode(inner) || !stopAt(kind)) yield* walk(inner, stopAt)
    }
  }
}

export function nodesOf(value: unknown, kind: string): SqlNode[] {
  return [...walk(value)].filter(([found]) => found === kind).map(([, node]) => node)
}
