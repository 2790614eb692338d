import type { QueueCode, WaitingTicket } from './ticket.ts'

/** A window that could call now. */
export type FreeWindow = {
  readonly windowId: number
  readonly queues: readonly QueueCode[]
  /** Minutes of service today: the least loaded goes first. */
  readonly load: number
  /** Since when nobody stands there, in milliseconds: of equal loads, the longest free. */
  readonly freeSince: number
  /** Its clerk passed the course that the item asks for. */
  readonly isTrainedFor: (itemId: string) => boolean
}

export type CallableTicket = Pick<WaitingTicket, 'queue' | 'itemId'>

/**
 * No-difference service (无差别受理): any ticket of a queue goes to any window of that queue, but one bound to an item only
 * where the clerk is trained for it.
 */
export function mayCall(
  { queues, isTrainedFor }: Pick<FreeWindow, 'queues' | 'isTrainedFor'>,
  { queue, itemId }: CallableTicket,
): boolean {
  return queues.includes(queue) && (itemId === null || isTrainedFor(itemId))
}

/** Of several free windows the one that should take the ticket; undefined: none of them may. */
export function windowFor<Window extends FreeWindow>(
  ticket: CallableTicket,
  free: readonly Window[],
): Window | undefined {
  return free
    .filter((window) => mayCall(window, ticket))
    .toSorted(
      (one, other) =>
        one.load - other.load || one.freeSince - other.freeSince || one.windowId - other.windowId,
    )[0]
}
