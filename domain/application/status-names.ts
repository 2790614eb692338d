import type { ApplicationStatus } from './application.ts'

/** 收件, 受理 …: the word people read for a status. */
export const STATUS_NAME = {
  'not-lodged': '未提交',
  received: '已收件',
  'awaiting-correction': '待补正',
  accepted: '已受理',
  'in-review': '审核中',
  granted: '准予许可',
  certified: '已制证',
  lettered: '待盖章',
  sealed: '已盖章',
  refused: '不予许可',
  issued: '已出件',
  delivered: '已送达',
  archived: '已归档',
  declined: '不予受理',
  withdrawn: '已撤回',
  lapsed: '逾期未补正',
  terminated: '已终止',
} as const satisfies Record<ApplicationStatus, string>
