import type { ItemRow } from '../../../contract/catalogue.ts'

/** Why an item cannot be received at this counter, and what to do instead; null: it can. */
export function closedReason(
  item: Pick<ItemRow, 'status' | 'handledBy' | 'guideVersion'>,
  insist: boolean,
): string | null {
  if (item.status === 'devolved')
    return `本事项已下放，请到${item.handledBy ?? '所在县（市）主管部门'}办理`
  if (item.guideVersion === null) return '本事项尚未公布办事指南，不能收件'
  return item.status === 'suspended' && !insist
    ? '本事项暂停：申请人坚持申请的，先勾选“申请人坚持申请”'
    : null
}
