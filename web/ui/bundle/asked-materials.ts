import { isAsked } from '../../../domain/catalogue/materials-for.ts'
import type { BundleStanding, MaterialStanding } from './bundle-standing.ts'

export type Way = 'upload' | 'commitment' | 'follow' | 'window'
/** How each material comes, by its name in the bundle; not named: as a file. */
type Ways = { readonly ways: Readonly<Record<string, Way>> }

/** Brought by the applicant; index: its place in the bundle's own list, by which files are kept. */
export type AskedMaterial = MaterialStanding & { readonly index: number; readonly isForm: boolean }

export function askedMaterials({ materials }: BundleStanding): readonly AskedMaterial[] {
  return materials
    .map((material, index) => ({
      ...material,
      index,
      uses: material.uses.filter((use) => isAsked(use.material)),
    }))
    .filter(({ standing, uses }) => standing === 'wanted' && uses.length > 0)
    .map((material) => ({
      ...material,
      isForm: material.uses.every((use) => use.material.isTheForm),
    }))
}

/** How a material may come: what all its uses allow. */
export function waysOf({ uses }: Pick<AskedMaterial, 'uses'>): readonly Way[] {
  const all = (allows: (material: (typeof uses)[number]['material']) => boolean) =>
    uses.every(({ material }) => allows(material))
  return [
    'upload',
    ...(all(({ commitment }) => commitment) ? (['commitment'] as const) : []),
    ...(all(({ tolerableDays }) => tolerableDays !== null) ? (['follow'] as const) : []),
    ...(all(({ format }) => format === 'paper') ? (['window'] as const) : []),
  ]
}

export function wayOf(material: AskedMaterial, { ways }: Ways): Way {
  const chosen = ways[material.name]
  return chosen !== undefined && waysOf(material).includes(chosen) ? chosen : 'upload'
}

/** What each part is told of its materials; what is filled in as the form counts as held. */
export function materialStates(
  asked: readonly AskedMaterial[],
  draft: Ways,
  itemId: string,
): Record<string, 'held' | 'missing' | 'promised'> {
  const state = {
    upload: 'held',
    commitment: 'promised',
    follow: 'missing',
    window: 'missing',
  } as const
  return Object.fromEntries(
    asked.flatMap((material) =>
      material.uses
        .filter(({ part }) => part.itemId === itemId)
        .map((use) => [
          String(use.material.number),
          material.isForm ? 'held' : state[wayOf(material, draft)],
        ]),
    ),
  )
}
