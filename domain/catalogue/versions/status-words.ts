import type { LocalDate } from '../../shared/ids.ts'
import type { ItemStatus, ServiceItem } from '../service-item.ts'

/** The word people read for a state of an item. */
export const STATUS_NAME = {
  draft: '拟列入',
  active: '正常办理',
  suspended: '暂停办理',
  devolved: '已下放',
  cancelled: '已取消',
  merged: '已并入其他事项',
  'converted-to-filing': '已改为备案',
} as const satisfies Record<ItemStatus, string>

/** What whoever looks the item up must know before anything else; empty while it is offered as ever. */
export function statusSentence({
  status,
  handledBy,
}: Pick<ServiceItem, 'status' | 'handledBy'>): string {
  const where = handledBy ?? '主管部门'
  switch (status) {
    case 'active':
      return ''
    case 'draft':
      return '本事项尚未列入事项清单'
    case 'suspended':
      return '本事项暂停办理'
    case 'devolved':
      return `本事项已下放，请到${where}办理`
    case 'cancelled':
      return '本事项已取消，不再需要申请许可'
    case 'merged':
      return `本事项已并入“${handledBy ?? '其他事项'}”办理`
    case 'converted-to-filing':
      return `本事项已改为备案，请到${where}备案`
  }
}

const CHANGE: Readonly<Record<ItemStatus, string>> = {
  draft: '拟列入事项清单',
  active: '列入事项清单办理',
  suspended: '暂停办理',
  devolved: '下放办理',
  cancelled: '取消',
  merged: '并入其他事项办理',
  'converted-to-filing': '改为备案',
}

/** What a version of an item changes, for the change log: 自 2026 年 12 月 1 日起暂停办理. */
export function itemChangeSentence(
  before: Pick<ServiceItem, 'status'> | null,
  after: Pick<ServiceItem, 'status'>,
  on: LocalDate,
): string {
  const isSame = before !== null && before.status === after.status
  return `自 ${spacedDate(on)}起${isSame ? '调整事项要素' : changeOf(before, after)}`
}

export function guideChangeSentence(version: number, on: LocalDate): string {
  return `自 ${spacedDate(on)}起执行第 ${version} 版办事指南`
}

/** Of what is to come, in the fewest words: 自 2026 年 12 月 1 日起调整. */
export function scheduledSentence(
  kind: 'guide' | 'item',
  before: Pick<ServiceItem, 'status'> | null,
  after: Pick<ServiceItem, 'status'> | null,
  on: LocalDate,
): string {
  const changed =
    kind === 'item' && before !== null && after !== null && before.status !== after.status
  return `自 ${spacedDate(on)}起${changed ? changeOf(before, after) : '调整'}`
}

function changeOf(
  before: Pick<ServiceItem, 'status'> | null,
  after: Pick<ServiceItem, 'status'>,
): string {
  const isBack = after.status === 'active' && before !== null && before.status !== 'draft'
  return isBack ? '恢复办理' : CHANGE[after.status]
}

/** 2026 年 12 月 1 日 */
export function spacedDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year} 年 ${Number(month)} 月 ${Number(day)} 日`
}
