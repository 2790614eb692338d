import { z } from 'zod'
import { DueView, LedgerView } from './application-view.ts'
import { operation } from './operation.ts'
import { Nothing, Text } from './shared.ts'

/** Where an application stands, for whoever holds its number and its query code: no names, no identity. */
export const lookUpProgress = operation({
  operationId: 'lookUpProgress',
  method: 'POST',
  path: '/api/progress',
  access: 'public',
  summary: '凭办件编号和查询码查进度',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ number: Text(40), code: Text(12) }),
  reply: z.strictObject({
    number: z.string(),
    itemId: z.string(),
    itemName: z.string(),
    departmentName: z.string(),
    /** 张*; an enterprise's name stands in public. */
    applicantName: z.string(),
    status: z.string(),
    statusName: z.string(),
    light: z.enum(['green', 'amber', 'red', 'paused', 'none']),
    lightName: z.string(),
    receivedOn: z.string(),
    acceptedOn: z.string().nullable(),
    /** What is next and who has it. */
    next: z.strictObject({ act: z.string(), who: z.string() }).nullable(),
    due: z.strictObject({
      acceptance: DueView,
      decision: DueView,
      committed: DueView,
      issuance: DueView,
    }),
    ledger: LedgerView.nullable(),
    correction: z.strictObject({ outstanding: z.int(), askedOn: z.string() }).nullable(),
    closure: z.strictObject({ on: z.string(), reason: z.string() }).nullable(),
    /** Which papers were made; to read them one signs in or comes to the window. */
    notices: z.array(z.strictObject({ title: z.string(), number: z.string(), dated: z.string() })),
  }),
})
