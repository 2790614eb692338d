import type { DeviceOutput } from '../../../contract/device-kinds.ts'
import type { DeviceBridge } from './device-bridge.ts'
import type { DeviceAnswer } from './open-requests.ts'

/** What stands on a ticket, in the words of the page: in any of its languages, or in several. */
export type TicketToPrint = {
  /** `阿坝州政务服务大厅` */
  readonly heading: string
  /** `A012` */
  readonly number: string
  /** Queue, how many wait before, how long, when taken. */
  readonly lines: readonly string[]
  /** Small, at the foot: what happens to whoever misses the call. */
  readonly notes: readonly string[]
  /** Where the phone follows the ticket; null: nothing to scan. */
  readonly qr: string | null
}

/** Prints on the workstation's ticket printer. Not printed is an answer: the number is valid without its paper. */
export async function printTicket(
  bridge: Pick<DeviceBridge, 'request'>,
  { heading, number, lines, notes, qr }: TicketToPrint,
): Promise<DeviceAnswer<DeviceOutput<'ticket-printer', 'print'>>> {
  const line = (text: string, size: 'small' | 'normal' | 'large' | 'huge', bold = false) => ({
    text,
    size,
    bold,
    align: 'center' as const,
  })
  return await bridge.request('ticket-printer', 'print', {
    lines: [
      line(heading, 'large', true),
      line(number, 'huge', true),
      ...lines.map((text) => line(text, 'normal')),
      ...notes.map((text) => line(text, 'small')),
    ],
    qr,
    cut: true,
  })
}
