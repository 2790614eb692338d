import type { RequiredMaterial } from './service-guide.ts'
import { holds, type Situation } from './situation.ts'

/** The materials of a guide that this situation asks for, in the order of the guide. */
export function materialsFor<Material extends Pick<RequiredMaterial, 'when'>>(
  guide: { readonly materials: readonly Material[] },
  situation: Situation,
): Material[] {
  return guide.materials.filter(({ when }) => holds(when, situation))
}

/** What the office can see by itself is not asked of the applicant (716号 7). */
export function isAsked({ sharedFrom }: Pick<RequiredMaterial, 'sharedFrom'>): boolean {
  return sharedFrom === null
}
