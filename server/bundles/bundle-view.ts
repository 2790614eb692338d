import type { z } from 'zod'
import type { BundleRow, BundleView } from '../../contract/bundles.ts'
import type { FormView } from '../../contract/forms.ts'
import type { Bundle } from '../../domain/catalogue/bundle.ts'
import type { RequiredMaterial, ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { mergeForms } from '../../domain/form/merge-forms.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { wireCopy } from '../http/wire-copy.ts'
import type { BundlesContext } from './bundles-context.ts'

type Context = Pick<BundlesContext, 'reference' | 'findForm' | 'pinyin'>
type Part = { readonly guide: ServiceGuide; readonly form: FormDefinition | undefined }

export function bundleRow(
  bundle: Bundle,
  { reference, pinyin }: Context,
): z.input<typeof BundleRow> {
  const { bundleId, title, titleEn, titleBo, lifeEvents, itemIds } = bundle
  return {
    bundleId,
    title,
    pinyin: pinyin(title),
    titleEn,
    titleBo,
    lifeEvents: [...lifeEvents],
    items: itemIds.map((itemId) => ({ itemId, name: reference.getItem(itemId).name })),
  }
}

/** One guide out of several; null while one of them has no guide in force. */
export function bundleView(
  bundle: Bundle,
  context: Context,
  today: LocalDate,
): z.input<typeof BundleView> | null {
  const parts = partsOf(bundle, context, today)
  if (parts === null) return null
  const forms = parts.flatMap(({ form }) => form ?? [])
  const { needs, notes, unconfirmed, questions } = wireCopy(bundle)
  return {
    ...bundleRow(bundle, context),
    needs,
    notes,
    unconfirmed,
    questions,
    parts: parts.map((part) => partView(part, context)),
    materials: mergedMaterials(
      bundle,
      parts.map(({ guide }) => guide),
    ),
    form: forms.length === 0 ? null : formView(mergeForms(forms)),
  }
}

export function partsOf(
  { itemIds }: Pick<Bundle, 'itemIds'>,
  { reference, findForm }: Pick<Context, 'reference' | 'findForm'>,
  today: LocalDate,
): readonly Part[] | null {
  const guides = itemIds.map((itemId) => reference.findGuideInForce(itemId, today))
  if (guides.includes(undefined)) return null
  return guides.flatMap((guide) =>
    guide === undefined
      ? []
      : [{ guide, form: guide.formId === null ? undefined : findForm(guide.formId) }],
  )
}

function partView(
  { guide, form }: Part,
  { reference }: Context,
): z.input<typeof BundleView>['parts'][number] {
  const item = reference.getItem(guide.itemId)
  const { questions, materials, unconfirmed } = wireCopy(guide)
  return {
    itemId: item.itemId,
    name: item.name,
    departmentName: reference.getOrganisation(item.departmentId).shortName,
    guideVersion: guide.version,
    statutoryDays: guide.statutoryDays,
    committedDays: guide.committedDays,
    unconfirmed,
    questions,
    materials,
    form: form === undefined ? null : formView(form),
  }
}

function formView(form: FormDefinition): z.input<typeof FormView> {
  return wireCopy(form)
}

/** What has the same name, or serves as the same, is brought once, and told with everything each part demands of it. */
function mergedMaterials({ sharedMaterials }: Bundle, guides: readonly ServiceGuide[]) {
  const nameOf = (itemId: string, name: string) =>
    sharedMaterials.find(({ of }) =>
      of.some(({ item, material }) => item === itemId && material === name),
    )?.name ?? name
  const merged = new Map<
    string,
    { standards: string[]; uses: { itemId: string; number: number }[] }
  >()
  for (const { itemId, materials } of guides)
    for (const material of materials) {
      const name = nameOf(itemId, material.name)
      const known = merged.get(name) ?? { standards: [], uses: [] }
      merged.set(name, {
        standards: withStandard(known.standards, material),
        uses: [...known.uses, { itemId, number: material.number }],
      })
    }
  return [...merged].map(([name, { standards, uses }]) => ({
    name,
    standard: standards.join('；'),
    uses,
  }))
}

function withStandard(standards: readonly string[], { standard }: RequiredMaterial): string[] {
  return standard === '' || standards.includes(standard) ? [...standards] : [...standards, standard]
}
