const HALL = ['hall-manager', 'supervisor'] as const

/** Tabs of the hall and whose they are, as the contract has it. */
export const HALL_TABS = [
  { path: '/hall', name: '现场', roles: HALL },
  { path: '/hall/tickets', name: '号票', roles: HALL },
  { path: '/hall/devices', name: '设备', roles: HALL },
  { path: '/hall/settings', name: '设置', roles: HALL },
  { path: '/hall/log', name: '叫号记录', roles: HALL },
  {
    path: '/hall/figures',
    name: '到场统计',
    roles: [...HALL, 'decider', 'department-head'],
  },
] as const

export function tabsOf(role: string): readonly { readonly path: string; readonly name: string }[] {
  return HALL_TABS.filter(({ roles }) => roles.some((one) => one === role))
}
