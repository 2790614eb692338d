import type { STAFF_ROLES } from '../../../contract/accounts.ts'

export const STAFF_ROLE_NAME = {
  'window-clerk': '窗口人员',
  'accompanying-agent': '代办员',
  reviewer: '审核人',
  decider: '首席代表',
  'department-head': '部门负责人',
  'government-head': '州政府负责人',
  'seal-keeper': '用印人',
  supervisor: '督查人员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
  'catalogue-editor': '事项管理员',
  'catalogue-confirmer': '事项审定人',
  'hall-manager': '大厅管理员',
} as const satisfies Record<(typeof STAFF_ROLES)[number], string>
