import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { mergeTickets, OfflineTicketTaken, reserveTickets } from '../../../contract/offline.ts'
import type { QueueCode } from '../../../domain/queue/ticket.ts'
import { keepShell } from './keep-shell.ts'
import { ownKey } from './kept-keys.ts'
import { keepRanges, spentRanges } from './kept-ranges.ts'
import { hearServer, learnedClock } from './learned-clock.ts'
import { becomeAnother, isElsewhere, withMachineTurn } from './machine-turn.ts'
import { mergeJournals } from './merge-journals.ts'
import { openOfflineDatabase } from './offline-database.ts'
import { steadyClock } from './steady-clock.ts'
import { writeEntry } from './write-entry.ts'

/** The two ways of a kiosk to the server, signed with its token; each throws ApiProblem. */
export type KioskWire = {
  readonly reserve: (
    body: z.input<typeof reserveTickets.body>,
  ) => Promise<z.output<typeof reserveTickets.reply>>
  readonly merge: (
    body: z.input<typeof mergeTickets.body>,
  ) => Promise<z.output<typeof mergeTickets.reply>>
}
export type TicketWish = Pick<OfflineTicketTaken, 'queue' | 'priorityReason' | 'itemId'>

export type KioskOffline = {
  /** While the server answers, every few minutes: merges what was given without it, then reserves. */
  readonly comeBack: (queues: readonly QueueCode[]) => Promise<void>
  /** Without a server: a ticket from the reserved numbers. `reserved` null: none is left, send people to the window. */
  readonly give: (wish: TicketWish) => Promise<OfflineTicketTaken>
}

const OWNER = 'kiosk'

/** A kiosk goes on giving tickets while the server is out of reach. Nothing of the person is written down. */
export async function openKioskOffline(deviceId: string, wire: KioskWire): Promise<KioskOffline> {
  const db = await openOfflineDatabase()
  const source = { origin: performance.timeOrigin, elapsed: () => performance.now() }
  const clock = steadyClock(source, await learnedClock(db))
  const nowText = () => new Date(clock.now().now).toISOString()
  void keepShell('keep-devices')
  await ownKey(db, OWNER, nowText())
  return {
    comeBack: async (queues) => {
      try {
        const { serverNow, ranges } = await withMachineTurn(db, deviceId, async (machine) => {
          const spent = [...(await spentRanges(db, 'ticket'))]
          return await wire.reserve({ queues: [...queues], spent, machine })
        })
        await hearServer(db, clock, serverNow)
        await keepRanges(db, 'ticket', ranges, nowText().slice(0, 10))
      } catch (error) {
        // Its token was copied with it: it gives no more numbers until it is paired anew. What it gave is merged.
        if (!isElsewhere(error)) throw error
        await becomeAnother(db, 'ticket')
      }
      await mergeJournals({
        db,
        ownerId: OWNER,
        deviceNow: () => clock.now().device,
        onProgress: () => undefined,
        wire: {
          merge: async ({ entries, ...sent }) => {
            const tickets = entries.filter((entry) => entry.kind === 'ticket-taken')
            return (await wire.merge({ ...sent, entries: tickets })).results
          },
          sendFile: () => Promise.reject(new Error('A kiosk keeps no files')),
        },
      })
    },
    give: async ({ queue, priorityReason, itemId }) => {
      const writer = { db, ownerId: OWNER, deviceId, clock, newId: uuidv7 }
      const written = await writeEntry(writer, {
        entry: {
          kind: 'ticket-taken',
          entryId: uuidv7(),
          ticketId: uuidv7(),
          reserved: null,
          queue,
          priorityReason,
          itemId,
        },
      })
      if (written.kind !== 'ticket-taken') throw new Error('What was written is what was given')
      return written
    },
  }
}
