import { z } from 'zod'
import { ApplicationView } from './application-view.ts'
import { operation } from './operation.ts'
import { Nothing, Text } from './shared.ts'

/** Where an application stands, for whoever holds its number and its query code: no names, no identity. */
export const lookUpProgress = operation({
  operationId: 'lookUpProgress',
  method: 'POST',
  path: '/api/progress',
  access: 'public',
  summary: '凭办件编号和查询密码查进度',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ number: Text(40), code: Text(12) }),
  reply: z.strictObject({
    number: z.string(),
    /** 张*; an enterprise's name stands in public. */
    applicantName: z.string(),
    status: z.string(),
    statusName: z.string(),
    item: ApplicationView.shape.item,
    light: z.enum(['green', 'amber', 'red', 'paused', 'none']),
    lightName: z.string(),
    receivedOn: z.string(),
    acceptedOn: z.string().nullable(),
    /** With `pauses`: what is next and who has it. */
    step: ApplicationView.shape.step,
    pauses: ApplicationView.shape.pauses,
    due: ApplicationView.shape.due,
    ledger: ApplicationView.shape.ledger,
    correction: z.strictObject({ outstanding: z.int(), askedOn: z.string() }).nullable(),
    /** The reason is between the office and the applicant. */
    closedOn: z.string().nullable(),
    /** The box of the locker that the result lies in, where it does. */
    lockerBox: z.int().nullable(),
    /** Which papers were made; to read them one signs in or comes to the window. */
    notices: z.array(z.strictObject({ title: z.string(), number: z.string(), dated: z.string() })),
  }),
})
