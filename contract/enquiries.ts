import { z } from 'zod'
import { ENQUIRY_KINDS } from '../domain/enquiry/enquiry.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing, OptionalText, Page, Seen, Text } from './shared.ts'

const EnquiryParams = z.strictObject({ enquiryId: z.uuid('咨询投诉标识不是有效的 UUID') })
const Kind = z.enum(ENQUIRY_KINDS)

/** What the asker sees: their own words, by when an answer comes, and the answer. */
export const EnquiryView = z.strictObject({
  enquiryId: z.string(),
  number: z.string(),
  kind: Kind,
  kindName: z.string(),
  state: z.enum(['open', 'answered', 'withdrawn']),
  stateName: z.string(),
  itemId: z.string().nullable(),
  itemName: z.string().nullable(),
  /** Who has it now. */
  answererName: z.string(),
  title: z.string(),
  text: z.string(),
  askedAt: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  answer: z.strictObject({ text: z.string(), byName: z.string(), at: z.string() }).nullable(),
})
export type EnquiryView = z.output<typeof EnquiryView>

/** For who answers it: with the asker's contact, masked for everybody else. */
export const EnquiryForStaff = EnquiryView.extend({
  revision: z.int(),
  askerName: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  applicationNumber: z.string().nullable(),
  published: z.boolean(),
  /** `answer`, `forward`, `publish`: open to this person now. */
  possible: z.array(z.string()),
  log: z.array(
    z.strictObject({ act: z.string(), at: z.string(), byName: z.string(), text: z.string() }),
  ),
})
export type EnquiryForStaff = z.output<typeof EnquiryForStaff>

/** `enquiryId` is made by the sender: the same question sent twice is one. */
export const ask = operation({
  operationId: 'askEnquiry',
  method: 'POST',
  path: '/api/enquiries',
  access: 'public',
  summary: '咨询或者投诉',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    enquiryId: z.uuid(),
    kind: Kind,
    itemId: OptionalText(64).nullable(),
    /** A complaint may name the application it is about. */
    applicationNumber: OptionalText(40).nullable(),
    title: Text(60),
    text: Text(2000),
    name: Text(50),
    phone: OptionalText(30).nullable(),
    email: OptionalText(200).nullable(),
  }),
  reply: z.strictObject({
    number: z.string(),
    /** Shown once; null where the same question came before. */
    queryCode: z.string().nullable(),
    dueOn: z.string(),
    answererName: z.string(),
  }),
})
export const lookUpEnquiry = operation({
  operationId: 'lookUpEnquiry',
  method: 'POST',
  path: '/api/enquiries/progress',
  access: 'public',
  summary: '凭编号和查询码查看咨询投诉',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ number: Text(40), code: Text(12) }),
  reply: EnquiryView,
})
export const listMyEnquiries = operation({
  operationId: 'listMyEnquiries',
  method: 'GET',
  path: '/api/enquiries/mine',
  access: ['applicant'],
  summary: '本人的咨询投诉',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ enquiries: z.array(EnquiryView) }),
})
/** Questions that were answered and published, without who asked; of one item, or of all. */
export const listPublishedAnswers = operation({
  operationId: 'listPublishedAnswers',
  method: 'GET',
  path: '/api/enquiries/published',
  access: 'public',
  summary: '公开的咨询答复',
  params: Nothing,
  query: z.strictObject({ itemId: OptionalText(64).optional() }),
  body: NoBody,
  reply: z.strictObject({
    answers: z.array(
      z.strictObject({
        number: z.string(),
        itemId: z.string().nullable(),
        itemName: z.string().nullable(),
        title: z.string(),
        text: z.string(),
        answer: z.string(),
        answererName: z.string(),
        answeredOn: z.string(),
      }),
    ),
  }),
})

const ANSWERING = ['window-clerk', 'reviewer', 'decider', 'department-head', 'supervisor'] as const

export const listEnquiries = operation({
  operationId: 'listEnquiries',
  method: 'GET',
  path: '/api/enquiries',
  access: ANSWERING,
  summary: '咨询投诉列表（本部门、本窗口、督查）',
  params: Nothing,
  query: z.strictObject({ state: z.enum(['open', 'closed']).optional(), ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(EnquiryView.omit({ text: true, answer: true }).extend({ askerName: z.string() })),
    next: z.string().nullable(),
    open: z.int(),
    overdue: z.int(),
  }),
})
export const getEnquiry = operation({
  operationId: 'getEnquiry',
  method: 'GET',
  path: '/api/enquiries/:enquiryId',
  access: ANSWERING,
  summary: '咨询投诉详情',
  params: EnquiryParams,
  query: Nothing,
  body: NoBody,
  reply: EnquiryForStaff,
})
const envelope = { commandId: z.uuid('缺少命令标识 commandId'), expectedRevision: Seen.min(1) }
/** Refusals: enquiry-closed, not-your-department, separation-of-duties, changed-meanwhile. */
export const answerEnquiry = operation({
  operationId: 'answerEnquiry',
  method: 'POST',
  path: '/api/enquiries/:enquiryId/answer',
  access: ANSWERING,
  summary: '答复咨询投诉',
  params: EnquiryParams,
  query: Nothing,
  body: z.strictObject({ ...envelope, text: Text(4000), publish: z.boolean() }),
  reply: EnquiryForStaff,
})
/** `departmentId` null: to the comprehensive window. */
export const forwardEnquiry = operation({
  operationId: 'forwardEnquiry',
  method: 'POST',
  path: '/api/enquiries/:enquiryId/forward',
  access: ANSWERING,
  summary: '转交咨询',
  params: EnquiryParams,
  query: Nothing,
  body: z.strictObject({
    ...envelope,
    departmentId: OptionalText(64).nullable(),
    reason: Text(500),
  }),
  reply: EnquiryForStaff,
})
