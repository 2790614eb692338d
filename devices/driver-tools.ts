import { TicketPaper } from '../contract/device-kinds.ts'
import type { DriverTools } from './device-driver.ts'
import { DeviceFault } from './device-fault.ts'
import { escposBytes } from './escpos/escpos-bytes.ts'
import { ticketPicture } from './escpos/ticket-picture.ts'
import { movedPdf } from './pdf/moved-pdf.ts'

export const DRIVER_TOOLS: DriverTools = {
  fault: (code, sentence) => new DeviceFault(code, sentence),
  ticketBytes: async (given, dots) => {
    const ticket = TicketPaper.parse(given)
    return escposBytes(ticketPicture(ticket, dots), ticket.cut)
  },
  movedPdf,
}
