import { createHash } from 'node:crypto'
import type { ApplicationFacts } from '../application/facts.ts'
import { baselineGuide } from '../catalogue/baseline-guide.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import type { ServiceItem } from '../catalogue/service-item.ts'
import { NO_WORDS } from '../catalogue/upcast-guide.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { ApplicationId, Instant, LocalDate, ServiceItemId } from '../shared/ids.ts'
import { identityOf } from '../application/applicant.ts'
import { DEPARTMENT, OUTSIDER, PARTNERS, PERSON } from './actors.ts'

export const date = (text: string): LocalDate => text as LocalDate

/** A minute on the China clock: `at('2026-03-02T09:00')`. */
export function at(local: string): Instant {
  return new Date(`${local}:00+08:00`).toISOString() as Instant
}

/** An item of the annex: the Bureau seals it. */
export const ITEM: ServiceItem = {
  itemId: 'aba-42' as ServiceItemId,
  annexNumber: 42,
  name: '营业性演出许可证核发',
  pinyinInitials: 'yyxycxkzhf',
  departmentId: DEPARTMENT,
  partnerIds: [],
  levelMark: null,
  status: 'active',
  remark: null,
  handledBy: null,
  sealException: null,
  provincialResult: false,
  catalogCode: null,
  taskCode: null,
  sichuanCodes: [],
  words: NO_WORDS,
}
const { annexNumber: _, ...UNLISTED } = ITEM
export const OUTSIDE_ITEM: ServiceItem = { ...UNLISTED, itemId: 'outside' as ServiceItemId }

/** Materials 1 to 3, 20 and 10 working days, reviewer and decider, no fee; three partners make it 45. */
export function guideOf(item: ServiceItem, over: Partial<ServiceGuide> = {}): ServiceGuide {
  return { ...baselineGuide(item), ...over }
}

type FactsOver = Omit<Partial<ApplicationFacts>, 'item' | 'guide'> & {
  readonly base?: ServiceItem
  readonly item?: Partial<ServiceItem>
  readonly guide?: Partial<ServiceGuide> | null
}

/** What is known beside the application: a trained clerk, a published guide, nothing to renew. */
export function factsWith(calendar: WorkingCalendar, over: FactsOver = {}): ApplicationFacts {
  const { base = ITEM, item: itemOver, guide: guideOver, ...rest } = over
  const item: ServiceItem = { ...base, ...itemOver }
  return {
    item,
    guide: guideOver === null ? null : guideOf(item, guideOver),
    calendar,
    confirmedSealMode: null,
    applicationNumber: '513200-20260302-000001',
    renewed: null,
    form: null,
    mandate: null,
    awaitedResults: [],
    standing: { postOpen: true, training: ['etiquette', item.departmentId] },
    departmentName: (id) => id,
    sm3: (text) => createHash('sm3').update(text).digest('hex'),
    ...rest,
  }
}

/** Items that need a rule of their own. */
export const JOINT = { item: { partnerIds: PARTNERS } }
export const PROVINCIAL = { item: { provincialResult: true } }
export const OUTSIDE_SAFETY = {
  base: OUTSIDE_ITEM,
  item: { sealException: 'major-public-safety' as const },
}
export const CROSSED = { item: { levelMark: '×' as const } }
export const CHARGED = { guide: { fee: { amount: 100, basis: '收费依据示例' } } }
export const AT_ONCE = { guide: { kind: 'on-the-spot' as const } }
/** Material 2 may follow, material 3 may be promised, and the guide asks one question. */
export const LENIENT = {
  guide: {
    materials: baselineGuide(ITEM).materials.map((material) => ({
      ...material,
      tolerableDays: material.number === 2 ? 5 : null,
      commitment: material.number === 3,
    })),
  },
}
export const SUSPENDED = { item: { status: 'suspended' as const, remark: '暂停' } }
export const DEVOLVED = {
  item: { status: 'devolved' as const, handledBy: '所在县（市）财政局', departmentId: OUTSIDER },
}

/** A renewable item, and the certificate that its holder wants to renew. */
export function renewable(expiresOn: string | null, over: { readonly inForce?: boolean } = {}) {
  return {
    guide: { renewable: true, validityYears: 1 },
    renewed: {
      applicationId: 'earlier' as ApplicationId,
      itemId: ITEM.itemId,
      holder: identityOf(PERSON),
      validUntil: expiresOn === null ? null : date(expiresOn),
      inForce: true,
      ...over,
    },
  }
}
