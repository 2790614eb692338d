import { z } from 'zod'

/** A clock's answer: a date, paused with what remains, or none. */
export const DueView = z.strictObject({
  state: z.enum(['none', 'running', 'paused']),
  on: z.string().nullable(),
  provisional: z.boolean(),
  /** Working days left: from today while running (negative: overrun by), at the pause while paused. */
  remaining: z.int().nullable(),
})

export const LedgerDay = z.strictObject({
  date: z.string(),
  kind: z.enum(['start', 'working', 'weekend', 'holiday', 'make-up', 'paused', 'before', 'after']),
  /** Ordinal of the counted day, 1, 2, 3 …; null where the day does not count. */
  counted: z.int().nullable(),
  /** 清明节, 听证, 周六: what stands in the cell. */
  label: z.string(),
  why: z.string(),
})

export const LedgerView = z.strictObject({
  clock: z.enum(['acceptance', 'decision', 'committed', 'issuance']),
  startsOn: z.string(),
  committedOn: z.string().nullable(),
  statutoryOn: z.string().nullable(),
  today: z.string(),
  /** The day the clock shown stopped, and what stopped it; null while it runs. */
  endedOn: z.string().nullable(),
  endedBy: z.enum(['delivered', 'posted', 'withdrawn', 'terminated']).nullable(),
  days: z.array(LedgerDay),
  sentence: z.string(),
})
export type LedgerView = z.output<typeof LedgerView>
