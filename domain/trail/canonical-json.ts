/** JSON with keys in code-point order: what a database or another language reads back hashes the same. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return canonicalArray(value)
  const members = value as Readonly<Record<string, unknown>>
  let text = '{'
  for (const key of Object.keys(members).toSorted()) {
    const member = members[key]
    if (member === undefined) continue
    if (text !== '{') text += ','
    text += `${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `${text}}`
}

function canonicalArray(elements: readonly unknown[]): string {
  let text = '['
  for (let index = 0; index < elements.length; index += 1) {
    if (index > 0) text += ','
    text += canonicalJson(elements[index])
  }
  return `${text}]`
}
