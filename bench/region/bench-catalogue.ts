import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import type { SealRoute } from '../../domain/application/application.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { referenceData, type ReferenceSource } from '../../server/database/reference-data.ts'

/**
 * A version confirmed by departments, in the place of the shipped drafts: for items that make much of the work with what no
 * baseline guide has (fees, terms, limits). None asks about a situation, so that every life has the three materials.
 */
const CONFIRMED: Readonly<Record<string, Partial<ServiceGuide>>> = {
  'aba-03': { validityYears: 5, correctionLimitDays: 30, committedDays: 12 },
  'aba-04': {},
  'aba-14': {},
  'aba-18': { validityYears: 3, correctionLimitDays: 15 },
  'aba-21': { kind: 'on-the-spot', committedDays: 1 },
  'aba-24': {},
  'aba-28': {},
  'aba-36': { correctionLimitDays: 30, validityYears: 5 },
  'aba-46': {},
  'aba-48': { kind: 'on-the-spot', committedDays: 1 },
  'aba-49': { committedDays: 5, correctionLimitDays: 60 },
  'aba-54': { validityYears: 4, fee: { amount: 70, basis: '收费依据示例' } },
  'aba-60': { validityYears: 5, committedDays: 8, correctionLimitDays: 30 },
  'aba-71': {},
}

export const BENCH_SOURCE: ReferenceSource = {
  items: ABA_ITEMS,
  organisations: ABA_ORGANISATIONS,
  calendar: ABA_CALENDAR_DATA,
  guides: [
    ...ABA_GUIDES,
    ...ABA_GUIDES.filter(({ itemId }) => itemId in CONFIRMED).map((guide) => ({
      ...guide,
      version: 3,
      confirmation: 'confirmed' as const,
      ...CONFIRMED[guide.itemId],
    })),
  ],
}

export const BENCH_REFERENCE = referenceData(BENCH_SOURCE)

const MODES: Readonly<Record<string, SealRoute>> = {
  'aba-02': 'provincial',
  'aba-57': 'provincial',
  'aba-59': 'provincial',
  'aba-56': 'department',
  'aba-69': 'department',
  'aba-05': 'provincial',
}

/** How the items marked × are sealed, as two people of the Bureau would have recorded it. */
export const BENCH_SEAL_MODES: ReadonlyMap<string, SealRoute> = new Map(
  ABA_ITEMS.filter(({ levelMark }) => levelMark === '×').map(({ itemId }) => [
    itemId,
    MODES[itemId] ?? 'bureau',
  ]),
)

/** Shares of the work in hundredths: few items make most of it; the others share the rest evenly. */
const SHARES: Readonly<Record<string, number>> = {
  'aba-49': 2_900,
  'aba-60': 1_600,
  'aba-48': 1_250,
  'aba-54': 700,
  'aba-03': 620,
  'aba-21': 520,
  'aba-56': 330,
  'aba-25': 280,
  'aba-69': 260,
  'aba-34': 150,
  'aba-18': 130,
  'aba-61': 120,
  'aba-05': 110,
  'aba-68': 100,
  'aba-28': 90,
  'aba-36': 80,
  'aba-24': 70,
  'aba-15': 70,
  'aba-75': 50,
}
const SHARE_OF_OTHERS = 12

export const ITEM_SHARES: readonly (readonly [itemId: string, share: number])[] = ABA_ITEMS.filter(
  ({ status }) => status !== 'devolved',
).map(({ itemId, status }) => [
  itemId,
  SHARES[itemId] ?? (status === 'suspended' ? 1 : SHARE_OF_OTHERS),
])

const PERSONAL_DEPARTMENTS = ['education', 'justice', 'science-technology']
const PERSONAL_ITEMS = ['aba-33', 'aba-47', 'aba-54', 'aba-69']

/** Whether people, not enterprises, apply for it. */
export function isPersonal(itemId: string): boolean {
  const { departmentId } = BENCH_REFERENCE.getItem(itemId)
  return PERSONAL_ITEMS.includes(itemId) || PERSONAL_DEPARTMENTS.includes(departmentId)
}
