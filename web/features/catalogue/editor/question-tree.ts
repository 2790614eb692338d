import type { SituationQuestion } from '../../../../domain/catalogue/situation.ts'

export type TreeNode = {
  readonly question: SituationQuestion
  /** Position in the draft's list. */
  readonly index: number
  /** Column: as many questions come before it at most. */
  readonly column: number
  readonly row: number
  /** No answer leads here. */
  readonly unreachable: boolean
}

export type TreeEdge = {
  readonly from: number
  readonly option: number
  /** Null: the next question is not there. */
  readonly to: number | null
}

export type QuestionTree = {
  readonly nodes: readonly TreeNode[]
  readonly edges: readonly TreeEdge[]
  readonly columns: number
}

/** The questions as columns, each right of every question that leads to it; those that nothing leads to stand last. */
export function questionTree(questions: readonly SituationQuestion[]): QuestionTree {
  const indexOf = new Map(questions.map(({ id }, index) => [id, index]))
  const columnOf = new Map<number, number>()
  // A circle of questions ends after as many steps as there are questions.
  const walk = (index: number, column: number) => {
    if (column >= questions.length || (columnOf.get(index) ?? -1) >= column) return
    columnOf.set(index, column)
    for (const { next } of questions[index]?.options ?? []) {
      const to = next === null ? undefined : indexOf.get(next)
      if (to !== undefined) walk(to, column + 1)
    }
  }
  if (questions.length > 0) walk(0, 0)
  const reached = Math.max(-1, ...columnOf.values()) + 1
  const rows = new Map<number, number>()
  const nodes = questions.map((question, index) => {
    const column = columnOf.get(index) ?? reached
    const row = rows.get(column) ?? 0
    rows.set(column, row + 1)
    return { question, index, column, row, unreachable: !columnOf.has(index) }
  })
  const edges = questions.flatMap(({ options }, from) =>
    options.flatMap(({ next }, option) =>
      next === null ? [] : [{ from, option, to: indexOf.get(next) ?? null }],
    ),
  )
  return { nodes, edges, columns: rows.size }
}
