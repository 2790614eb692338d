import { type GuideRule, warning } from './guide-rule.ts'

/** Nobody is sent to collect papers for what is not handled here any more. */
export const ITEM_STANDING: GuideRule = {
  id: 'item-standing',
  source: '《行政许可法》第二十一条、国务院令第722号第四十条',
  check: ({ guide: { notes }, item: { status, handledBy } }) => {
    if (status === 'draft' || status === 'active') return []
    const words = {
      suspended: '暂停',
      devolved: '下放',
      cancelled: '取消',
      merged: '并入',
      'converted-to-filing': '备案',
    }[status]
    return [
      ...(notes.some((note) => note.includes(words))
        ? []
        : [warning('notes', `本事项已${words}，注意事项中须告知申请人怎么办`)]),
      ...(status !== 'suspended' && status !== 'cancelled' && handledBy === null
        ? [warning('notes', `本事项已${words}，但没有写明现在由谁办理，请在事项清单中补充`)]
        : []),
    ]
  },
}
