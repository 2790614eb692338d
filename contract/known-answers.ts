import { z } from 'zod'
import { FieldValueSchema } from './forms.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing } from './shared.ts'
import { DraftParams } from './draft-parts.ts'

/** What was verified of the applicant before and the form asks again: which, where from, until when; not the words themselves. */
export const listKnownAnswers = operation({
  operationId: 'listKnownAnswers',
  method: 'GET',
  path: '/api/drafts/:draftId/known-answers',
  access: ['applicant'],
  summary: '以前核验过、可以再用的填写内容',
  params: DraftParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    known: z.array(
      z.strictObject({
        element: z.string(),
        title: z.string(),
        sourceNumber: z.string(),
        verifiedOn: Day,
        freshUntil: Day,
      }),
    ),
  }),
})
/** With consent the words come, and the consent is written down. */
export const takeKnownAnswers = operation({
  operationId: 'takeKnownAnswers',
  method: 'POST',
  path: '/api/drafts/:draftId/known-answers/take',
  access: ['applicant'],
  summary: '同意再用以前核验过的填写内容',
  params: DraftParams,
  query: Nothing,
  body: z.strictObject({
    elements: z.array(z.string().max(100)).min(1).max(400),
    /** 本人同意再次使用: recorded with the moment. */
    consent: z.literal(true, '请先勾选同意，再使用以前核验过的内容'),
  }),
  reply: z.strictObject({ answers: z.record(z.string(), FieldValueSchema) }),
})
