import type { TicketToPrint } from '../../api/devices/print-ticket.ts'
import { languageNow } from '../../portal/words/language.ts'
import { draftMarked } from './draft-marked.ts'
import { kioskBridge } from './kiosk-bridge.ts'

/** On the kiosk's ticket printer. False: there is none, or it printed nothing; the number counts without its paper. */
export async function printTicketPaper(paper: TicketToPrint): Promise<boolean> {
  const bridge = await kioskBridge()
  if (bridge === null) return false
  const { printTicket } = await import('../../api/devices/print-ticket.ts')
  const printed = await printTicket(bridge, draftMarked(paper, languageNow()))
  return printed.ok
}
