/** One thing that does not fit. */
export type Finding = {
  readonly regionCode: number
  /** What it is about, in Chinese: 办件 513200-…, 2026-11-22 留痕根, 文号 阿审受〔2026〕. */
  readonly subject: string
  readonly what: string
}

/** Keeps the first findings in full and counts the rest, so that a ruined database still ends in a report. */
export type Findings = {
  readonly add: (finding: Finding) => void
  readonly first: readonly Finding[]
  readonly total: number
}

const MOST_KEPT = 200

export function newFindings(): Findings {
  const first: Finding[] = []
  let total = 0
  return {
    add(finding) {
      total += 1
      if (first.length < MOST_KEPT) first.push(finding)
    },
    first,
    get total() {
      return total
    },
  }
}
