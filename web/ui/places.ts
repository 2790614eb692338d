import type { Role } from '../../domain/shared/actor.ts'

export type Place = {
  readonly path: string
  readonly name: string
  readonly roles: readonly Role[]
}

const DEPARTMENT: readonly Role[] = ['reviewer', 'decider', 'department-head', 'government-head']

/** The staff places, in the order of the menu, and whose they are. */
export const PLACES: readonly Place[] = [
  { path: '/window', name: '综合窗口', roles: ['window-clerk'] },
  { path: '/window/issue', name: '统一出件', roles: ['window-clerk'] },
  { path: '/window/identity', name: '身份核验', roles: ['window-clerk'] },
  { path: '/hall', name: '大厅', roles: ['hall-manager', 'supervisor'] },
  { path: '/desk', name: '审批', roles: DEPARTMENT },
  { path: '/seal', name: '统一印章', roles: ['seal-keeper'] },
  {
    path: '/catalogue',
    name: '事项管理',
    roles: ['catalogue-editor', 'catalogue-confirmer', 'decider', 'department-head', 'supervisor'],
  },
  { path: '/hall/figures', name: '到场统计', roles: ['decider', 'department-head'] },
  { path: '/supervision', name: '监督', roles: ['supervisor'] },
  {
    path: '/enquiries',
    name: '咨询投诉',
    roles: ['window-clerk', 'reviewer', 'decider', 'department-head', 'supervisor'],
  },
  {
    path: '/search',
    name: '查找办件',
    roles: ['window-clerk', 'accompanying-agent', ...DEPARTMENT, 'seal-keeper', 'supervisor'],
  },
  { path: '/seal-register', name: '用印登记簿', roles: ['supervisor', 'audit-admin'] },
  { path: '/supervision/training', name: '培训登记', roles: ['supervisor'] },
  { path: '/hall/planner', name: '排班推演', roles: ['hall-manager', 'supervisor'] },
  { path: '/hall/bookings', name: '预约', roles: ['window-clerk', 'hall-manager', 'supervisor'] },
  {
    path: '/hall/offline',
    name: '离线号段',
    roles: ['hall-manager', 'supervisor', 'system-admin'],
  },
  { path: '/admin', name: '账号与岗位', roles: ['system-admin', 'security-admin', 'audit-admin'] },
  { path: '/admin/messages', name: '通知发送', roles: ['system-admin', 'audit-admin'] },
  {
    path: '/admin/calendar',
    name: '工作日历',
    roles: ['system-admin', 'security-admin', 'audit-admin', 'supervisor'],
  },
]

export function placesOf(role: string): readonly Place[] {
  return PLACES.filter((place) => place.roles.some((one) => one === role))
}
