import { z } from 'zod'
import { operation } from './operation.ts'
import { NoBody, Nothing } from './shared.ts'

/** One line of the live feed: what moved, never who or what about. `cursor` resumes after a reconnect (Last-Event-ID). */
export const LiveMessage = z.strictObject({
  applicationId: z.string(),
  departmentId: z.string(),
  status: z.string(),
  version: z.int(),
})
export type LiveMessage = z.output<typeof LiveMessage>

export const liveFeed = operation({
  operationId: 'liveFeed',
  method: 'GET',
  path: '/api/live',
  access: 'signed-in',
  summary: '实时变动（SSE）',
  params: Nothing,
  query: z.strictObject({ after: z.string().max(100).optional() }),
  body: NoBody,
  reply: z.any(),
  answers: 'stream',
})
