import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FormDefinition } from '../../../domain/form/form-definition.ts'
import { meQuery } from '../../api/queries.ts'
import { catalogueFileQuery, formQuery } from './catalogue-queries.ts'
import type { GuideFinding } from './editor/findings-store.ts'
import { lint, MARKS_RULE } from './lint.ts'

export type Lacking = {
  readonly errors: number
  readonly warnings: number
  /** Parts marked 待部门确认. */
  readonly unconfirmed: number
}

/** What each item's guide in force still lacks, by item; undefined while it is being read, or where it may not be read. */
export function useLintCounts(): ReadonlyMap<string, Lacking> | undefined {
  const file = useQuery(catalogueFileQuery()).data
  const today = useQuery(meQuery()).data?.today
  const asking = (file?.items ?? []).filter(({ guide }) => (guide?.formId ?? null) !== null)
  const forms = useQueries({
    queries: asking.map(({ itemId }) => formQuery(itemId)),
    combine: together,
  })
  const { pending, byFormId } = forms
  return useMemo(() => {
    if (file === undefined || today === undefined || pending) return undefined
    return new Map(
      file.items.flatMap(({ itemId, item, guide }) =>
        item === undefined || guide === undefined
          ? []
          : [
              [
                itemId,
                counted(
                  lint(guide, {
                    itemId,
                    item,
                    form: byFormId.get(guide.formId ?? '') ?? null,
                    today,
                  }),
                ),
              ],
            ],
      ),
    )
  }, [file, today, pending, byFormId])
}

function counted(findings: readonly GuideFinding[]): Lacking {
  const count = (test: (finding: GuideFinding) => boolean) => findings.filter(test).length
  const errors = count(({ severity }) => severity === 'error')
  const unconfirmed = count(({ rule }) => rule === MARKS_RULE)
  return { errors, unconfirmed, warnings: findings.length - errors - unconfirmed }
}

function together(results: readonly UseQueryResult<FormDefinition>[]) {
  return {
    pending: results.some(({ isPending }) => isPending),
    byFormId: new Map(results.flatMap(({ data }) => (data ? [[data.formId, data] as const] : []))),
  }
}
