import { queryOptions, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getItemVersion } from '../../../contract/catalogue-changes.ts'
import { getForm } from '../../../contract/forms.ts'
import type { GuideContent } from '../../../contract/guide-schema.ts'
import type { ItemContent } from '../../../contract/item-schema.ts'
import type { FormDefinition } from '../../../domain/form/form-definition.ts'
import { call } from '../../api/call.ts'
import { meQuery } from '../../api/queries.ts'
import type { CatalogueRow } from './catalogue-queries.ts'
import type { GuideFinding } from './editor/findings-store.ts'
import { lint, MARKS_RULE } from './lint.ts'

export type Lacking = {
  readonly errors: number
  readonly warnings: number
  /** Parts marked 待部门确认. */
  readonly unconfirmed: number
}

type Subject = {
  readonly itemId: string
  readonly item: ItemContent
  readonly guide: GuideContent
  readonly form: FormDefinition | null
}

/** What the guides in force of these items still lack, by item; those not read yet are absent. */
export function useLintCounts(items: readonly CatalogueRow[]): ReadonlyMap<string, Lacking> {
  const today = useQuery(meQuery()).data?.today
  const subjects = useQueries({ queries: items.map(subjectQuery), combine: subjectsOf })
  return useMemo(
    () =>
      new Map(
        today === undefined
          ? []
          : subjects.map(({ itemId, item, guide, form }) => [
              itemId,
              counted(lint(guide, { itemId, item, form, today })),
            ]),
      ),
    [subjects, today],
  )
}

/** A version never changes, so it is read once. */
function subjectQuery({ itemId, itemVersion, guideVersion }: CatalogueRow) {
  return queryOptions({
    queryKey: ['catalogue-in-force', itemId, itemVersion, guideVersion],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Subject | null> => {
      if (guideVersion === null) return null
      const read = (kind: 'guide' | 'item', version: number) =>
        call(getItemVersion, { params: { itemId, kind, version }, signal })
      const [{ guide: version }, { item }] = await Promise.all([
        read('guide', guideVersion),
        read('item', itemVersion),
      ])
      if (version === null || item === null) return null
      const form =
        version.formId === null ? null : await call(getForm, { params: { itemId }, signal })
      return { itemId, item, guide: version, form: form as FormDefinition | null }
    },
  })
}

function subjectsOf(results: readonly UseQueryResult<Subject | null>[]): readonly Subject[] {
  return results.flatMap(({ data }) => data ?? [])
}

function counted(findings: readonly GuideFinding[]): Lacking {
  const count = (test: (finding: GuideFinding) => boolean) => findings.filter(test).length
  const errors = count(({ severity }) => severity === 'error')
  const unconfirmed = count(({ rule }) => rule === MARKS_RULE)
  return { errors, unconfirmed, warnings: findings.length - errors - unconfirmed }
}
