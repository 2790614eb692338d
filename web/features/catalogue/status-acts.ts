import type { ItemStatus } from '../../../domain/catalogue/service-item.ts'

export type StatusAct = {
  readonly name: string
  readonly to: ItemStatus
  readonly from: readonly ItemStatus[]
  /** Where it is handled from then on has to be named. */
  readonly handledBy: string | null
  readonly handledByHint?: string
  /** What it means for whoever applies, shown before it is submitted. */
  readonly meaning: string
}

/** Changes of an item's state in the list (动态调整); each rests on a legal document. */
export const STATUS_ACTS: readonly StatusAct[] = [
  {
    name: '列入清单',
    to: 'active',
    from: ['draft'],
    handledBy: null,
    meaning: '生效后，公众可以查到并申请。',
  },
  {
    name: '恢复办理',
    to: 'active',
    from: ['suspended', 'devolved'],
    handledBy: null,
    meaning: '生效后，恢复受理新的申请。',
  },
  {
    name: '暂停',
    to: 'suspended',
    from: ['active'],
    handledBy: null,
    meaning: '生效后，网上和自助终端不能申请；已受理的继续办完。',
  },
  {
    name: '下放',
    to: 'devolved',
    from: ['active', 'suspended'],
    handledBy: '下放到',
    handledByHint: '例如：所在县（市）文化主管部门',
    meaning: '生效后，州级不再受理，指南写明到哪里办；已受理的继续办完。',
  },
  {
    name: '合并',
    to: 'merged',
    from: ['active', 'suspended'],
    handledBy: '合并到',
    handledByHint: '事项名称和清单号',
    meaning: '生效后，本事项不再受理，指南写明合并到哪个事项；已受理的继续办完。',
  },
  {
    name: '转备案',
    to: 'converted-to-filing',
    from: ['active', 'suspended'],
    handledBy: '备案机关',
    handledByHint: '向哪个机关备案、怎样备案',
    meaning: '生效后，不再作为许可受理，指南写明怎样备案；已受理的继续办完。',
  },
  {
    name: '取消',
    to: 'cancelled',
    from: ['active', 'suspended', 'devolved'],
    handledBy: null,
    meaning: '生效后，事项从清单中消失，不再受理；已受理的继续办完。',
  },
]
