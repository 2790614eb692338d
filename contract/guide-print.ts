import { z } from 'zod'
import { operation } from './operation.ts'
import { NoBody, Nothing, Text } from './shared.ts'

/** The guide in force, to be printed or kept: the same record as the page. */
export const guidePdf = operation({
  operationId: 'guidePdf',
  method: 'GET',
  path: '/api/items/:itemId/guide.pdf',
  access: 'public',
  summary: '办事指南（打印）',
  params: z.strictObject({ itemId: Text(64) }),
  query: Nothing,
  body: NoBody,
  reply: z.string(),
  answers: 'pdf',
})

/** The form in force, empty, to be filled in by hand. */
export const blankFormPdf = operation({
  operationId: 'blankFormPdf',
  method: 'GET',
  path: '/api/items/:itemId/form.pdf',
  access: 'public',
  summary: '空白表格（打印后手填）',
  params: z.strictObject({ itemId: Text(64) }),
  query: Nothing,
  body: NoBody,
  reply: z.string(),
  answers: 'pdf',
})
