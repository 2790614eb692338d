import type { LastCall } from '../../domain/queue/queue-day.ts'

/** A calling-out on the wire: a number and a window. */
export function callView({ callId, number, windowId, times, at }: LastCall) {
  return { callId, number, windowId, times, at: new Date(at).toISOString() }
}
