/** The letters of the list: which one is looked at, and which are chosen to be sealed together. */
export type Waiting = { readonly applicationId: string }

/** The letter looked at: the same while it waits; when it left the list, the one that took its place. */
export function currentOf<Row extends Waiting>(
  rows: readonly Row[],
  wantedId: string | null,
  lastIndex: number,
): Row | undefined {
  return (
    rows.find(({ applicationId }) => applicationId === wantedId) ??
    rows[Math.min(lastIndex, rows.length - 1)]
  )
}

/** `steps` rows down (negative: up), staying within the list. */
export function moved<Row extends Waiting>(
  rows: readonly Row[],
  currentId: string | undefined,
  steps: number,
): Row | undefined {
  const index = rows.findIndex(({ applicationId }) => applicationId === currentId)
  return rows[Math.min(Math.max(index + steps, 0), rows.length - 1)]
}

export function toggled(chosen: readonly string[], applicationId: string): readonly string[] {
  return chosen.includes(applicationId)
    ? chosen.filter((id) => id !== applicationId)
    : [...chosen, applicationId]
}

/** All that can be sealed; when they all are chosen already, none. */
export function allOrNone(
  chosen: readonly string[],
  sealable: readonly Waiting[],
): readonly string[] {
  const all = sealable.map(({ applicationId }) => applicationId)
  return all.every((id) => chosen.includes(id)) ? [] : all
}

/** The chosen rows that still wait, in the order of the list. */
export function chosenRows<Row extends Waiting>(
  rows: readonly Row[],
  chosen: readonly string[],
): readonly Row[] {
  return rows.filter(({ applicationId }) => chosen.includes(applicationId))
}
