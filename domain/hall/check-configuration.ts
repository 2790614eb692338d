import type { HallConfiguration } from './hall-configuration.ts'

export type ConfigurationFault = { readonly field: string; readonly message: string }

/** What a layout of the hall says that cannot be: each fault with its field and the remedy. */
export function faultsOf(configuration: HallConfiguration): readonly ConfigurationFault[] {
  const { zones, queues, windows, posts, hours } = configuration
  const zoneIds = new Set(zones.map(({ zoneId }) => zoneId))
  const codes = new Set(queues.map(({ queue }) => queue))
  const windowIds = new Set(windows.map(({ windowId }) => windowId))
  const faults: ConfigurationFault[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  if (zoneIds.size < zones.length) fault('zones', '同一分区只能出现一次')
  if (codes.size < queues.length) fault('queues', '同一队列只能出现一次')
  if (windowIds.size < windows.length) fault('windows', '窗口号不能重复，请改窗口号')
  if (new Set(posts.map(({ post }) => post)).size < posts.length)
    fault('posts', '岗位号不能重复，请改岗位号')
  for (const [index, { zoneId }] of queues.entries())
    if (!zoneIds.has(zoneId)) fault(`queues.${index}.zoneId`, '请先设置这个分区')
  for (const [index, window] of windows.entries()) {
    if (!zoneIds.has(window.zoneId)) fault(`windows.${index}.zoneId`, '请先设置这个分区')
    if (window.queues.some((queue) => !codes.has(queue)))
      fault(`windows.${index}.queues`, '请先设置这个队列')
    if (new Set(window.queues).size < window.queues.length)
      fault(`windows.${index}.queues`, '同一队列只选一次')
  }
  for (const [index, { windowId }] of posts.entries())
    if (!windowIds.has(windowId)) fault(`posts.${index}.windowId`, '没有这个窗口，请改岗位的窗口')
  const filled = posts.flatMap(({ accountId, windowId }) =>
    accountId === null ? [] : [`${accountId}@${windowId}`],
  )
  if (new Set(filled).size < filled.length) fault('posts', '同一人在同一窗口只能有一个岗位')
  for (const [index, { from, to }] of hours.periods.entries()) {
    if (from >= to) fault(`hours.periods.${index}`, '结束时间须晚于开始时间')
    const before = hours.periods[index - 1]
    if (before !== undefined && before.to > from)
      fault(`hours.periods.${index}`, '各时段须按先后排列，不能重叠')
  }
  return faults
}
