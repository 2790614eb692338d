import type { BundleView } from '../../../../contract/bundles.ts'
import type { Me } from '../../../../contract/session.ts'
import type { FormDefinition, FormGroup } from '../../../../domain/form/form-definition.ts'
import { visibleFields } from '../../../../domain/form/visible-answers.ts'
import type { BundleDraft } from '../bundle-draft.ts'
import { answersOf, type BundleStanding } from '../../../ui/bundle/bundle-standing.ts'
import type { DraftChange } from '../use-bundle-draft.ts'
import type { BundleFiles } from './use-bundle-files.ts'

export type BundleStep =
  | { readonly kind: 'choices' | 'who' | 'materials' | 'review'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string; readonly group: FormGroup }

/** What every page of applying for a bundle knows. */
export type BundleFlow = {
  readonly view: BundleView
  readonly me: Me | null
  readonly draft: BundleDraft
  readonly change: DraftChange
  readonly standing: BundleStanding
  readonly form: FormDefinition | null
  readonly files: BundleFiles
  readonly steps: readonly BundleStep[]
  readonly go: (stepId: string) => void
}

/** The pages in their order; they end with the questions while one is open. */
export function bundleSteps(
  standing: BundleStanding,
  form: FormDefinition | null,
  { answers }: Pick<BundleDraft, 'answers'>,
): readonly BundleStep[] {
  const first = [{ kind: 'choices', id: 'choices' }] as const
  if (!standing.isAnswered) return first
  const shown = new Set(
    form === null
      ? []
      : visibleFields(form, answersOf(form, answers), {}).map(({ element }) => element),
  )
  const groups = (form?.layout ?? []).filter(({ fields }) =>
    fields.some(({ element }) => shown.has(element)),
  )
  return [
    ...first,
    { kind: 'who', id: 'who' },
    ...groups.map((group) => ({ kind: 'group' as const, id: `form.${group.id}`, group })),
    { kind: 'materials', id: 'materials' },
    { kind: 'review', id: 'review' },
  ]
}
