import { z } from 'zod'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing } from './shared.ts'

/** Minutes, rounded up, for somebody who takes a ticket now. */
export const QueueForecast = z.strictObject({
  queue: z.string(),
  queueName: z.string(),
  waiting: z.int(),
  /** Open windows that serve the queue. */
  windows: z.int(),
  /** Half of the people wait no longer; null: no window is open. */
  p50: z.int().nullable(),
  /** Nine of ten wait no longer. */
  p90: z.int().nullable(),
  /** How many past services the forecast rests on; 0: a configured guess, 待业主确认. */
  services: z.int(),
})
export type QueueForecast = z.output<typeof QueueForecast>

/** Before one leaves home. Counts only; cached a few seconds. */
export const hallForecast = operation({
  operationId: 'hallForecast',
  method: 'GET',
  path: '/api/hall/forecast',
  access: 'public',
  summary: '各队列预计等候时间',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ at: z.string(), queues: z.array(QueueForecast) }),
})

const PLANNERS = ['hall-manager', 'supervisor'] as const

export const ForecastAccuracy = z.strictObject({
  day: z.string(),
  queue: z.string(),
  queueName: z.string(),
  /** Tickets with a forecast that were called. */
  tickets: z.int(),
  /** Share of them, 0 to 1, that waited no longer than told: near 0.5 and 0.9 when the forecast is right. */
  withinP50: z.number(),
  withinP90: z.number(),
  /** Median of |real − p50|, minutes with one decimal. */
  medianErrorMinutes: z.number(),
})
export const forecastAccuracy = operation({
  operationId: 'forecastAccuracy',
  method: 'GET',
  path: '/api/hall/forecast/accuracy',
  access: PLANNERS,
  summary: '等候预测的准确度（按日）',
  params: Nothing,
  query: z.strictObject({ days: z.coerce.number().int().min(1).max(90).optional() }),
  body: NoBody,
  reply: z.strictObject({ rows: z.array(ForecastAccuracy) }),
})

/** Days that have facts to plan from, the newest first. */
export const listRecordedDays = operation({
  operationId: 'listRecordedDays',
  method: 'GET',
  path: '/api/hall/planner/days',
  access: PLANNERS,
  summary: '有记录的大厅日',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    days: z.array(
      z.strictObject({
        day: z.string(),
        tickets: z.int(),
        served: z.int(),
        windows: z.int(),
      }),
    ),
  }),
})

/** A day's facts without any person: when tickets were taken, what class, how long each was served, when windows were open. */
export const RecordedDay = z.strictObject({
  day: z.string(),
  arrivals: z.array(
    z.strictObject({
      ticketId: z.string(),
      queue: z.string(),
      priority: z.enum(['booked', 'priority', 'ordinary']),
      itemId: z.string().nullable(),
      /** Milliseconds since 1970. */
      takenAt: z.int(),
      slotAt: z.int().nullable(),
      /** Milliseconds from the last call to the end, less what it was put aside; null: nobody was served (given up, no show). */
      serviceMs: z.int().nullable(),
      /** Milliseconds from taking to the call; null: never called. */
      waitedMs: z.int().nullable(),
    }),
  ),
  windows: z.array(
    z.strictObject({
      windowId: z.int(),
      queues: z.array(z.string()),
      from: z.int(),
      to: z.int(),
    }),
  ),
})
export type RecordedDay = z.output<typeof RecordedDay>
export const getRecordedDay = operation({
  operationId: 'getRecordedDay',
  method: 'GET',
  path: '/api/hall/planner/days/:day',
  access: PLANNERS,
  summary: '一个大厅日的记录（供排班推演）',
  params: z.strictObject({ day: Day }),
  query: Nothing,
  body: NoBody,
  reply: RecordedDay,
})
