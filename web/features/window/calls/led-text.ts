import type { HallDesk } from '../../../../contract/hall.ts'

type Seat = Pick<HallDesk, 'windowId' | 'state'> & {
  readonly ticket: Pick<NonNullable<HallDesk['ticket']>, 'number' | 'status'> | null
}

/** What stands over the window in one line of light: numbers, nobody's name. The number called goes before the window's state. */
export function ledTextOf({ windowId, state, ticket }: Seat): string {
  if (windowId === null || state === 'closed') return '本窗口未开放'
  if (ticket?.status === 'called') return `请 ${ticket.number} 到 ${windowId} 号窗口`
  if (state === 'paused') return `${windowId} 号窗口 暂停服务`
  if (ticket !== null) return `${windowId} 号窗口 正在办理 ${ticket.number}`
  return state === 'away' ? '工作人员暂时离开' : `${windowId} 号窗口 请等候叫号`
}
