import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { baselineGuide } from '../../domain/catalogue/baseline-guide.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import { upcastItem } from '../../domain/catalogue/upcast-guide.ts'
import type { OrganisationId, ServiceItemId } from '../../domain/shared/ids.ts'
import type { ReferenceSource } from '../database/reference-data.ts'

const organisation = (id: string) => id as OrganisationId

type FurtherItem = {
  readonly name: string
  readonly departmentId: OrganisationId
  readonly item?: Partial<ServiceItem>
  readonly guide?: Partial<ServiceGuide>
}

/** Items that no annex has, so that a rehearsal reaches every rule. */
const FURTHER_ITEMS = {
  joint: {
    name: '演练事项：联合办理',
    departmentId: organisation('culture-tourism'),
    item: { partnerIds: [organisation('market-regulation'), organisation('agriculture')] },
  },
  provincial: {
    name: '演练事项：省级部门制证',
    departmentId: organisation('justice'),
    item: { provincialResult: true },
  },
  fee: {
    name: '演练事项：依法收费',
    departmentId: organisation('human-resources'),
    guide: { fee: { amount: 100, basis: '演练收费依据' } },
  },
  outside: { name: '演练事项：附件之外', departmentId: organisation('finance') },
  'outside-safety': {
    name: '演练事项：附件之外（重大公共安全）',
    departmentId: organisation('market-regulation'),
    item: { sealException: 'major-public-safety' },
  },
  renewal: {
    name: '演练事项：可以延续',
    departmentId: organisation('market-regulation'),
    guide: { renewable: true, validityYears: 1 },
  },
} as const satisfies Record<string, FurtherItem>

export type FurtherItemName = keyof typeof FURTHER_ITEMS
export const FURTHER_ITEM_NAMES = Object.keys(FURTHER_ITEMS) as FurtherItemName[]

/** What a scenario calls an item: its number in the annex, or one of the further names. */
export type ItemName = number | FurtherItemName

const further = FURTHER_ITEM_NAMES.map((name) => furtherItem(name, FURTHER_ITEMS[name]))

/** The catalogue of every rehearsal: the 75 with their baseline guides, and the further items. */
export const REHEARSAL_CATALOGUE: ReferenceSource = {
  items: [...ABA_ITEMS, ...further.map(({ item }) => item)],
  guides: [...ABA_GUIDES, ...further.map(({ guide }) => guide)],
  organisations: ABA_ORGANISATIONS,
  calendar: ABA_CALENDAR_DATA,
}

export function getRehearsalItem(name: ItemName): ServiceItem {
  const found = REHEARSAL_CATALOGUE.items.find((item) =>
    typeof name === 'number' ? item.annexNumber === name : item.itemId === idOf(name),
  )
  if (found === undefined) throw new Error(`No rehearsal item ${name}`)
  return found
}

function idOf(name: FurtherItemName): ServiceItemId {
  return `rehearsal-${name}` as ServiceItemId
}

function furtherItem(name: FurtherItemName, over: FurtherItem) {
  const item: ServiceItem = upcastItem({
    itemId: idOf(name),
    name: over.name,
    pinyinInitials: 'ylsx',
    departmentId: over.departmentId,
    partnerIds: [],
    levelMark: null,
    status: 'active',
    remark: null,
    handledBy: null,
    sealException: null,
    provincialResult: false,
    ...over.item,
  })
  return { item, guide: { ...baselineGuide(item), ...over.guide } }
}
