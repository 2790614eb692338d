export type FindingKind =
  | 'lost'
  | 'doubled'
  | 'answered-differently'
  | 'refused-yet-done'
  | 'trail'
  | 'papers'
  | 'stuck'
  | 'fell-over'
  | 'internal-error'
  | 'load'

/** What must not be; none of them is the result that the run is made for. */
export type Findings = {
  readonly add: (kind: FindingKind, what: string) => void
  readonly count: (kind: FindingKind) => number
  readonly all: readonly { readonly kind: FindingKind; readonly what: string }[]
}

export function newFindings(): Findings {
  const all: { kind: FindingKind; what: string }[] = []
  return {
    all,
    add: (kind, what) => {
      all.push({ kind, what })
    },
    count: (kind) => all.filter((finding) => finding.kind === kind).length,
  }
}
