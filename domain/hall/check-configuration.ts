import type { HallConfiguration, HallHours, ZoneId } from './hall-configuration.ts'

export type ConfigurationFault = { readonly field: string; readonly message: string }

/** What a layout of the hall says that cannot be: each fault with its field and the remedy. */
export function faultsOf(configuration: HallConfiguration): readonly ConfigurationFault[] {
  return [
    ...doublesIn(configuration),
    ...placesMissing(configuration),
    ...faultsOfPosts(configuration),
    ...faultsOfHours(configuration.hours),
  ]
}

function doublesIn(configuration: HallConfiguration): ConfigurationFault[] {
  const { zones, queues, windows, posts } = configuration
  const lists = [
    ['zones', zones.map(({ zoneId }) => zoneId), '同一分区只能出现一次'],
    ['queues', queues.map(({ queue }) => queue), '同一队列只能出现一次'],
    ['windows', windows.map(({ windowId }) => windowId), '窗口号不能重复，请改窗口号'],
    ['posts', posts.map(({ post }) => post), '岗位号不能重复，请改岗位号'],
  ] as const
  return lists.flatMap(([field, keys, message]) => (hasDoubles(keys) ? [{ field, message }] : []))
}

function hasDoubles(keys: readonly (string | number)[]): boolean {
  return new Set(keys).size < keys.length
}

/** Queues and windows that stand in no zone, windows that serve no queue of the hall or one of them twice. */
function placesMissing({ zones, queues, windows }: HallConfiguration): ConfigurationFault[] {
  const zoneIds = new Set(zones.map(({ zoneId }) => zoneId))
  const codes = new Set(queues.map(({ queue }) => queue))
  const zoneless = ([list, at]: readonly [string, readonly { zoneId: ZoneId }[]]) =>
    at.flatMap(({ zoneId }, index) =>
      zoneIds.has(zoneId)
        ? []
        : [{ field: `${list}.${index}.zoneId`, message: '请先设置这个分区' }],
    )
  return [
    ...zoneless(['queues', queues]),
    ...zoneless(['windows', windows]),
    ...windows.flatMap((window, index) => {
      const field = `windows.${index}.queues`
      return [
        ...(window.queues.some((queue) => !codes.has(queue))
          ? [{ field, message: '请先设置这个队列' }]
          : []),
        ...(hasDoubles(window.queues) ? [{ field, message: '同一队列只选一次' }] : []),
      ]
    }),
  ]
}

function faultsOfPosts({ windows, posts }: HallConfiguration): ConfigurationFault[] {
  const windowIds = new Set(windows.map(({ windowId }) => windowId))
  const filled = posts.flatMap(({ accountId, windowId }) =>
    accountId === null ? [] : [`${accountId}@${windowId}`],
  )
  return [
    ...posts.flatMap(({ windowId }, index) =>
      windowIds.has(windowId)
        ? []
        : [{ field: `posts.${index}.windowId`, message: '没有这个窗口，请改岗位的窗口' }],
    ),
    ...(hasDoubles(filled) ? [{ field: 'posts', message: '同一人在同一窗口只能有一个岗位' }] : []),
  ]
}

function faultsOfHours({ periods }: HallHours): ConfigurationFault[] {
  return periods.flatMap(({ from, to }, index) => {
    const field = `hours.periods.${index}`
    const before = periods[index - 1]
    return [
      ...(from >= to ? [{ field, message: '结束时间须晚于开始时间' }] : []),
      ...(before !== undefined && before.to > from
        ? [{ field, message: '各时段须按先后排列，不能重叠' }]
        : []),
    ]
  })
}
