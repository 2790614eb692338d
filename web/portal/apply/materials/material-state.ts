import type { DraftMaterialChoice } from '../../../../contract/drafts.ts'
import type { RequiredMaterial } from '../../../../domain/catalogue/service-guide.ts'
import type { Apply } from '../use-apply.ts'

export type MaterialKind =
  | 'ready'
  | 'todo'
  | 'arriving'
  | 'promised'
  | 'follows'
  | 'atWindow'
  | 'fromForm'

/** How one material stands on this device; the review asks the server. */
export function materialState(
  material: RequiredMaterial,
  { state, pagesOf, uploads }: Pick<Apply, 'state' | 'pagesOf' | 'uploads'>,
): { readonly kind: MaterialKind; readonly pages: number } {
  const pages = pagesOf(material.number)
  const way = state.draft.content.materials[material.number]?.way ?? 'upload'
  const isArriving =
    uploads.tasks.some((task) => task.material === material.number) ||
    pages.some((page) => page.state === 'receiving')
  const complete = pages.filter((page) => page.state === 'complete').length
  return { pages: complete, kind: isArriving ? 'arriving' : kindOf(material, way, complete) }
}

function kindOf(
  material: RequiredMaterial,
  way: DraftMaterialChoice['way'],
  complete: number,
): MaterialKind {
  if (way === 'commitment' && material.commitment) return 'promised'
  if (complete > 0) return 'ready'
  if (way === 'follow' && material.tolerableDays !== null) return 'follows'
  if (material.isTheForm) return 'fromForm'
  return way === 'window' && material.format === 'paper' ? 'atWindow' : 'todo'
}
