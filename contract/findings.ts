import { z } from 'zod'
import { operation } from './operation.ts'
import { NoBody, Nothing, Page } from './shared.ts'

/**
 * What supervision wants to know of: a department's attempt to receive or accept that the rules refused (体外循环), a commitment
 * that the later check found untrue (承诺不实).
 */
export const Finding = z.strictObject({
  findingId: z.string(),
  kind: z.enum(['off-system', 'commitment-broken']),
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
  summary: '监督发现：部门单独收件、受理的尝试，核查不实的承诺',
  params: Nothing,
  query: z.strictObject({ ...Page }),
  body: NoBody,
  reply: z.strictObject({ rows: z.array(Finding), next: z.string().nullable() }),
})
