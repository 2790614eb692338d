import type { ItemRow } from '../../../contract/catalogue.ts'

const NOT_OFFERED: Partial<Record<ItemRow['status'], string>> = {
  draft: '本事项尚未列入事项清单，不能收件',
  cancelled: '本事项已依法取消，不再需要申请许可',
  merged: '本事项已并入其他事项，请选择并入后的事项',
  'converted-to-filing': '本事项已改为备案，不再收件',
}

/** Why an item cannot be received at this counter, and what to do instead; null: it can. */
export function closedReason(
  item: Pick<ItemRow, 'status' | 'handledBy' | 'guideVersion'>,
  insist: boolean,
): string | null {
  if (item.status === 'devolved')
    return `本事项已下放，请到${item.handledBy ?? '所在县（市）主管部门'}办理`
  const gone = NOT_OFFERED[item.status]
  if (gone !== undefined) return gone
  if (item.guideVersion === null) return '本事项尚未公布办事指南，不能收件'
  return item.status === 'suspended' && !insist
    ? '本事项暂停：申请人坚持申请的，先勾选“申请人坚持申请”'
    : null
}
