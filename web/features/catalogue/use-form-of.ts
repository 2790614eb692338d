import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { GuideContent } from '../../../contract/guide-schema.ts'
import type { FormDefinition } from '../../../domain/form/form-definition.ts'
import { formDraftQuery, formQuery } from './catalogue-queries.ts'
import type { DraftStore } from './editor/draft-store.ts'

/** The form that the draft names, as its own draft stands; null: there is none; undefined: not read yet. */
export function useFormOf(
  itemId: string,
  store: DraftStore<GuideContent>,
): FormDefinition | null | undefined {
  const formId = useSyncExternalStore(store.subscribe, () => store.get().formId)
  const { data, error } = useQuery({
    ...formDraftQuery(formId ?? ''),
    enabled: formId !== null && formId !== '',
    select: ({ form, baseVersion }): FormDefinition => ({
      ...(form as unknown as FormDefinition),
      formId: formId ?? '',
      version: (baseVersion ?? 0) + 1,
    }),
  })
  // Who may not read drafts of forms reads the one in force.
  const published = useQuery({ ...formQuery(itemId), enabled: error !== null })
  if (formId === null || formId === '') return null
  if (!error) return data
  if (published.isPending) return undefined
  return published.data?.formId === formId ? published.data : null
}
