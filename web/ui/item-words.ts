import type { ItemRow } from '../../contract/catalogue.ts'

export type ItemMark = { readonly name: string; readonly tone: 'amber' | 'grey' }

/** The annex's marks on an item, in words. */
export function marksOf(item: Pick<ItemRow, 'status' | 'levelMark'>): readonly ItemMark[] {
  return [
    ...(item.status === 'devolved' ? [{ name: '已下放', tone: 'amber' } as const] : []),
    ...(item.status === 'suspended' ? [{ name: '暂停', tone: 'amber' } as const] : []),
    ...(item.levelMark === null ? [] : [{ name: item.levelMark, tone: 'grey' } as const]),
  ]
}

export const CROSS_MARK_MEANING =
  '“×”是清单“行使层级”栏的原样标记，含义待确认；这类事项的用印方式由州行政审批局两人确认后生效。'

/** 承诺 10 个工作日（法定 20） */
export function limitWords(item: Pick<ItemRow, 'committedDays' | 'statutoryDays'>): string {
  return `承诺 ${item.committedDays} 个工作日（法定 ${item.statutoryDays}）`
}
