import type { OrganisationId, ServiceItemId } from '../shared/ids.ts'

/** Why an item stays outside the unified seal even after the trial (seed notice, part three (2) 4). */
export const SEAL_EXCEPTIONS = [
  'policy-heavy',
  'balance-of-public-interests',
  'major-public-safety',
  'construction-project',
] as const
export type SealException = (typeof SEAL_EXCEPTIONS)[number]

/** Life of an item in the list (事项清单): each change rests on a legal document. */
export const ITEM_STATUSES = [
  'draft',
  'active',
  'suspended',
  'devolved',
  'cancelled',
  'merged',
  'converted-to-filing',
] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number]

/** One item of the catalogue (事项), as the annex prints it. */
export type ServiceItem = {
  readonly itemId: ServiceItemId
  /** 序号 in the annex, 1–75; absent for items outside it. */
  readonly annexNumber?: number
  /** 对应序号 in the prefecture's larger list. */
  readonly listNumber?: number
  readonly name: string
  /** Initials for the search box: `lwpqjyxk`. */
  readonly pinyinInitials: string
  readonly departmentId: OrganisationId
  /** Joint handling (联审联办, Art 26): departments that give an opinion of their own. */
  readonly partnerIds: readonly OrganisationId[]
  /** 行使层级 as printed: the meaning of × is not stated, so it is kept as it stands. */
  readonly levelMark: '×' | null
  readonly status: ItemStatus
  /** 备注 as printed. */
  readonly remark: string | null
  /** Where a devolved, merged or converted item is handled now. */
  readonly handledBy: string | null
  readonly sealException: SealException | null
  /** The province makes or seals the result. */
  readonly provincialResult: boolean
  /** 国家基本编码 (12), 国家实施编码 (31 or 33): given by the province's list; null: not known. */
  readonly catalogCode: string | null
  readonly taskCode: string | null
  /** 四川地方基本编码 found for items of the same name; 待部门确认. */
  readonly sichuanCodes: readonly { readonly for: string; readonly code: string }[]
  readonly words: ItemWords
}

/** How people look for an item: none of it is official. */
export type ItemWords = {
  readonly synonyms: readonly string[]
  readonly audience: readonly ('person' | 'enterprise')[]
  /** 主题: `education`, `food`. */
  readonly topics: readonly string[]
  /** 人生事件: `open-a-shop`. */
  readonly lifeEvents: readonly string[]
  readonly nameEn: string
}
