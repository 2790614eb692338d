import type { ServiceItem } from '../../catalogue/service-item.ts'
import type { ReceiveApplication } from '../commands.ts'
import { CITIZENS_CHANNELS } from '../permissions.ts'
import type { Violation } from '../violations.ts'

type Asked = Pick<ReceiveApplication, 'channel' | 'insist'>

const notOffered = (why: string): Violation => ({ code: 'item-not-offered', why })

/** What left the list is not received; who asks is told where to go instead. */
export function refusalOfItem({ status, handledBy }: ServiceItem): Violation | null {
  const elsewhere = handledBy === null ? '' : `，请到${handledBy}办理`
  switch (status) {
    case 'devolved':
      return { code: 'item-devolved', handledBy: handledBy ?? '所在县（市）主管部门' }
    case 'draft':
      return notOffered('本事项尚未列入事项清单，不能收件。')
    case 'cancelled':
      return notOffered('本事项已依法取消，不再需要申请许可。')
    case 'merged':
      return notOffered(`本事项已并入其他事项${elsewhere}。`)
    case 'converted-to-filing':
      return notOffered(`本事项已改为备案${elsewhere}。`)
    case 'active':
    case 'suspended':
      return null
  }
}

/** A suspended item (暂停): not through portal or kiosk; at the window who insists is received all the same. */
export function refusalOfInsistence(
  { channel, insist }: Asked,
  { status }: ServiceItem,
): Violation | null {
  if (status !== 'suspended') return null
  const atTheWindow = !CITIZENS_CHANNELS.includes(channel)
  return atTheWindow && insist ? null : { code: 'item-suspended', atTheWindow }
}
