import { z } from 'zod'
import { operation } from './operation.ts'
import { NoBody, Nothing, Page } from './shared.ts'

/** An attempt that the rules refused and the supervision wants to know of: a department that receives or accepts (体外循环). */
export const Finding = z.strictObject({
  findingId: z.string(),
  at: z.string(),
  byName: z.string(),
  roleName: z.string(),
  organisationName: z.string(),
  applicationId: z.string().nullable(),
  operation: z.string(),
  sentence: z.string(),
})
export const listFindings = operation({
  operationId: 'listFindings',
  method: 'GET',
  path: '/api/findings',
  access: ['supervisor'],
  summary: '监督发现：部门单独收件、受理的尝试',
  params: Nothing,
  query: z.strictObject({ ...Page }),
  body: NoBody,
  reply: z.strictObject({ rows: z.array(Finding), next: z.string().nullable() }),
})
