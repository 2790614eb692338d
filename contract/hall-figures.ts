import { z } from 'zod'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, OptionalText, Page, Text } from './shared.ts'

const FIGURES = ['hall-manager', 'supervisor', 'decider', 'department-head'] as const
const Span = { from: Day, to: Day }
/** Facts per item: from tickets bound to applications (最多跑一次 measured). Departments see their own items. */
export const hallFigures = operation({
  operationId: 'hallFigures',
  method: 'GET',
  path: '/api/hall/figures',
  access: FIGURES,
  summary: '各事项到场次数、等候和办理时间',
  params: Nothing,
  query: z.strictObject({ ...Span, itemId: OptionalText(64).optional() }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(
      z.strictObject({
        itemId: z.string(),
        itemName: z.string(),
        /** Received in the span. */
        applications: z.int(),
        visits: z.int(),
        visitsPerApplication: z.number(),
        /** Share of applications with at most one visit, 0 to 1. */
        onceShare: z.number(),
        waitingMinutesAverage: z.number().nullable(),
        handlingMinutesAverage: z.number().nullable(),
      }),
    ),
  }),
})
/** The applications behind a figure. */
export const hallFigureApplications = operation({
  operationId: 'hallFigureApplications',
  method: 'GET',
  path: '/api/hall/figures/:itemId/applications',
  access: FIGURES,
  summary: '数字背后的办件',
  params: z.strictObject({ itemId: Text(64) }),
  query: z.strictObject({ ...Span, ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(
      z.strictObject({
        applicationId: z.string(),
        number: z.string(),
        receivedOn: z.string(),
        visits: z.int(),
        waitingMinutes: z.number(),
        handlingMinutes: z.number(),
        /** The tickets that brought it, oldest first. */
        tickets: z.array(
          z.strictObject({
            ticketId: z.string(),
            number: z.string(),
            day: z.string(),
            windowId: z.int(),
            act: z.string(),
            actName: z.string(),
          }),
        ),
      }),
    ),
    next: z.string().nullable(),
  }),
})
