import type { HallBoard } from '../../../contract/hall.ts'
import type { Forecast } from './read-hall.ts'

export type QueueWait = {
  readonly queue: string
  readonly name: string
  readonly waiting: number
  readonly windows: number
  /** Half of the people wait no longer; null: nobody can say. */
  readonly minutes: number | null
  /** Nine of ten wait no longer; null: no days to learn from, or no more than `minutes`. */
  readonly most: number | null
}

/** Every queue with its people and its minutes: the forecast's where it rests on past services, else the queue's average. */
export function waitsOf(
  { queues }: Pick<HallBoard, 'queues'>,
  forecast: Forecast,
): readonly QueueWait[] {
  return queues.map(({ queue, name, waiting, windows, estimateMinutes }) => {
    const told = forecast.find((one) => one.queue === queue)
    const minutes = windows === 0 ? null : (told?.p50 ?? estimateMinutes)
    const most = windows === 0 ? null : (told?.p90 ?? null)
    const isWider = minutes !== null && most !== null && most > minutes
    return { queue, name, waiting, windows, minutes, most: isWider ? most : null }
  })
}
