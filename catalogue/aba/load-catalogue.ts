import { z } from 'zod'
import { GuideVersion } from '../../contract/guide-schema.ts'
import { baselineGuide } from '../../domain/catalogue/baseline-guide.ts'
import type { Organisation } from '../../domain/catalogue/organisation.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { ITEM_STATUSES, type ServiceItem } from '../../domain/catalogue/service-item.ts'
import { withOpenCitations } from '../../domain/catalogue/linter/law-citations.ts'
import { upcastItem } from '../../domain/catalogue/upcast-guide.ts'
import type { LocalDate, OrganisationId, ServiceItemId } from '../../domain/shared/ids.ts'
import counties from './counties.json' with { type: 'json' }
import guide03 from './guides/aba-03.json' with { type: 'json' }
import guide04 from './guides/aba-04.json' with { type: 'json' }
import guide14 from './guides/aba-14.json' with { type: 'json' }
import guide18 from './guides/aba-18.json' with { type: 'json' }
import guide24 from './guides/aba-24.json' with { type: 'json' }
import guide28 from './guides/aba-28.json' with { type: 'json' }
import guide36 from './guides/aba-36.json' with { type: 'json' }
import guide46 from './guides/aba-46.json' with { type: 'json' }
import guide49 from './guides/aba-49.json' with { type: 'json' }
import guide54 from './guides/aba-54.json' with { type: 'json' }
import guide60 from './guides/aba-60.json' with { type: 'json' }
import guide71 from './guides/aba-71.json' with { type: 'json' }
import itemWords from './item-words.json' with { type: 'json' }
import items from './items.json' with { type: 'json' }
import organisations from './organisations.json' with { type: 'json' }
import windows from './windows.json' with { type: 'json' }

const organisationId = z.custom<OrganisationId>(
  (value) => typeof value === 'string' && /^[a-z]+(-[a-z]+)*$/.test(value),
)

const annexItem = z.strictObject({
  itemId: z.custom<ServiceItemId>(
    (value) => typeof value === 'string' && /^aba-\d{2}$/.test(value),
  ),
  annexNumber: z.int().min(1).max(75),
  listNumber: z.int(),
  name: z.string().min(1),
  pinyinInitials: z.string().regex(/^[a-z]+$/),
  departmentId: organisationId,
  partnerIds: z.array(organisationId),
  levelMark: z.literal('×').nullable(),
  status: z.enum(ITEM_STATUSES),
  remark: z.string().nullable(),
  handledBy: z.string().nullable(),
  sealException: z
    .enum([
      'policy-heavy',
      'balance-of-public-interests',
      'major-public-safety',
      'construction-project',
    ])
    .nullable(),
  provincialResult: z.boolean(),
})

const organisation = z.strictObject({
  organisationId,
  body: z.enum([
    'approval-service-centre',
    'approval-bureau',
    'government-service-centre',
    'department',
    'prefecture-government',
  ]),
  name: z.string().min(1),
  shortName: z.string().min(1),
  documentPrefix: z.string().min(1),
  testCreditCode: z.string().length(18),
  address: z.string().nullable(),
  phone: z.string().nullable(),
})

const hall = z.strictObject({
  windows: z.array(z.strictObject({ number: z.int().min(1), name: z.string().min(1) })),
  posts: z.array(z.strictObject({ number: z.int().min(1), window: z.int().min(1) })),
})

const county = z.strictObject({ regionCode: z.int(), name: z.string().min(1) })

const shippedWords = z.partialRecord(
  z.string(),
  z.strictObject({
    sichuanCodes: z.array(z.strictObject({ for: z.string(), code: z.string() })),
    synonyms: z.array(z.string()),
    audience: z.array(z.enum(['person', 'enterprise'])),
    topics: z.array(z.string()),
    lifeEvents: z.array(z.string()),
    nameEn: z.string(),
  }),
)

const WORDS = shippedWords.parse(itemWords)

/** The annex's 75 items under the names and marks it prints. */
export const ABA_ITEMS: readonly ServiceItem[] = z
  .array(annexItem)
  .parse(items)
  .map((item) => {
    const { sichuanCodes, ...words } = WORDS[item.itemId] ?? {}
    const codes = { catalogCode: null, taskCode: null }
    const known = sichuanCodes ? { sichuanCodes, words } : {}
    return upcastItem({ ...item, ...codes, ...known } as ServiceItem)
  })

/** One baseline guide an item: 基准指南，待部门确认. */
export const ABA_GUIDES: readonly ServiceGuide[] = ABA_ITEMS.map(baselineGuide)

/** Twelve whole guides drafted from the items' own law, version 2; what is not from law is 待部门确认. */
export const ABA_FULL_GUIDES: readonly ServiceGuide[] = [
  guide03,
  guide04,
  guide14,
  guide18,
  guide24,
  guide28,
  guide36,
  guide46,
  guide49,
  guide54,
  guide60,
  guide71,
].map(readGuide)

/** Ten departments, three centre bodies, the prefecture government. */
export const ABA_ORGANISATIONS: readonly Organisation[] = z.array(organisation).parse(organisations)

/** Three comprehensive windows and the seven posts at them (seed notice, part three (1) 1). */
export const ABA_HALL: z.output<typeof hall> = hall.parse(windows)

export const ABA_COUNTIES: readonly z.output<typeof county>[] = z.array(county).parse(counties)

function readGuide(json: unknown): ServiceGuide {
  const { itemId, effectiveOn, partnerIds, ...guide } = GuideVersion.parse(json)
  return withOpenCitations({
    ...guide,
    itemId: itemId as ServiceItemId,
    effectiveOn: effectiveOn as LocalDate,
    partnerIds: partnerIds.map((id) => organisationId.parse(id)),
  })
}
