import type { OfflineTicketTaken } from '../../../contract/offline.ts'
import { QUEUE_CODES, type QueueCode } from '../../../domain/queue/ticket.ts'
import { callAsDevice, type KeptDevice } from '../../api/hall-device.ts'
import { type KioskOffline, openKioskOffline } from '../../api/offline/kiosk-offline.ts'
import { MERGE_TICKETS, RESERVE_TICKETS } from './offline-operations.ts'

let opened: Promise<KioskOffline> | undefined

async function kioskOf(device: KeptDevice): Promise<KioskOffline> {
  opened ??= openKioskOffline(device.deviceId, {
    reserve: (body) => callAsDevice(device, RESERVE_TICKETS, { body }),
    merge: (body) => callAsDevice(device, MERGE_TICKETS, { body }),
  })
  return await opened
}

/** While the line is well: what was given without it goes to the queue, and numbers come for the next time. */
export async function prepareTickets(device: KeptDevice): Promise<void> {
  try {
    await (await kioskOf(device)).comeBack(QUEUE_CODES)
  } catch {
    // Asked again with the next page; a browser that keeps nothing gives no tickets without a line.
  }
}

/** Undefined: nothing was prepared here. */
export async function giveTicket(
  device: KeptDevice,
  queue: QueueCode,
): Promise<OfflineTicketTaken | undefined> {
  try {
    return await (await kioskOf(device)).give({ queue, priorityReason: null, itemId: null })
  } catch {
    return undefined
  }
}
