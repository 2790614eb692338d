import { withClient } from '../../server/database/with-client.ts'
import { callAt, type Morning, takeTicket } from './morning.ts'
import type { HallWindowAt } from './open-hall.ts'

export type Race = {
  readonly calls: number
  readonly seconds: number
  /** Tickets called while they were called already. */
  readonly calledTwice: number
  /** Processor time of the whole race, seconds. */
  readonly serverCpu: number
  readonly postgresCpu: number
}

// A ticket may be called again only after it went back into the queue.
const CALLED_TWICE = `
  select count(*)::int as count
    from (select act, lag(act) over (partition by ticket_id order by at, command_id, seq) as before
            from ticket_event
           where region_code = $1 and day = $2
             and act in ('TicketTaken', 'TicketCalled', 'TicketReturned', 'TicketTransferred')) as acts
   where act = 'TicketCalled' and before = 'TicketCalled'`

/** So many more wait for any of the windows. */
export async function comeTogether(morning: Morning, tickets: number): Promise<void> {
  const { kiosks } = morning.hall
  await Promise.all(
    kiosks.map(async (device) => {
      for (let n = 0; n < tickets / kiosks.length; n += 1) await takeTicket(morning, device, 'A')
    }),
  )
}

/** All windows press F2 again and again without looking up, until nobody is left. */
export async function raceOfWindows(
  morning: Morning,
  windows: readonly HallWindowAt[],
): Promise<Pick<Race, 'calls' | 'seconds'>> {
  const started = performance.now()
  const called = await Promise.all(
    windows.map(async (window) => {
      let calls = 0
      while ((await callAt(morning, window, { finish: true })) !== null) calls += 1
      return calls
    }),
  )
  return {
    calls: called.reduce((sum, calls) => sum + calls, 0),
    seconds: (performance.now() - started) / 1000,
  }
}

/** By the database's own record of the day. */
export async function calledTwiceOn(
  connectionString: string,
  regionCode: number,
  day: string,
): Promise<number> {
  return await withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ count: number }>(CALLED_TWICE, [regionCode, day])
    return rows[0]?.count ?? Number.NaN
  })
}
