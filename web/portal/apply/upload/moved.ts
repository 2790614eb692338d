/** The same list with one of it at another place. */
export function moved(list: readonly string[], one: string, to: number): string[] {
  const rest = list.filter((other) => other !== one)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}
