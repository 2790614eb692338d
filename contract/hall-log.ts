import { z } from 'zod'
import { WINDOW_EVENT_NAME } from '../domain/hall/decide-window.ts'
import { TICKET_EVENT_NAME } from '../domain/queue/ticket-events.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, Page } from './shared.ts'

const TICKET_LINES = Object.keys(TICKET_EVENT_NAME) as (keyof typeof TICKET_EVENT_NAME)[]
const WINDOW_LINES = Object.keys(WINDOW_EVENT_NAME) as (keyof typeof WINDOW_EVENT_NAME)[]
/** What a line of the log may say. */
export const LOG_ACTS = [...TICKET_LINES, ...WINDOW_LINES]
/** The log: every call, recall, pass, transfer and pause with window and clerk, newest first. */
export const hallLog = operation({
  operationId: 'hallLog',
  method: 'GET',
  path: '/api/hall/log',
  access: ['hall-manager', 'supervisor'],
  summary: '大厅叫号记录',
  params: Nothing,
  /** `act`: only lines of that kind. */
  query: z.strictObject({ day: Day.optional(), act: z.enum(LOG_ACTS).optional(), ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(
      z.strictObject({
        at: z.string(),
        act: z.string(),
        actName: z.string(),
        number: z.string().nullable(),
        ticketId: z.string().nullable(),
        windowId: z.int().nullable(),
        byName: z.string(),
        text: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
})
