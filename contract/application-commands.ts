import { z } from 'zod'
import { IDENTITY_TYPES } from '../domain/application/applicant.ts'
import { CARD_LEVEL, type CardRule } from '../domain/application/supervision/card.ts'
import { LETTER_STATEMENTS } from '../domain/application/application.ts'
import { NOTICE_KINDS } from '../domain/notice/notice.ts'
import { ReadingProof } from './device-kinds.ts'
import { FilledFormSchema } from './forms.ts'
import { operation, type Access } from './operation.ts'
import { ApplicationParams, Day, Nothing, OptionalText, Text } from './shared.ts'

const CARD_RULES = Object.keys(CARD_LEVEL) as [CardRule, ...CardRule[]]
const MaterialNumber = z.int().min(1).max(400)
export const FOUR_CHECKS = [
  'complete',
  'elements-filled',
  'legal-form',
  'within-jurisdiction',
] as const

/** Beside every command: its own id (made when the dialog opens) and the version the person was looking at. */
const envelope = { commandId: z.uuid('缺少命令标识 commandId'), expectedVersion: z.int().min(0) }

export const CommandReply = z.strictObject({
  applicationId: z.string(),
  number: z.string(),
  version: z.int(),
  status: z.string(),
  notices: z.array(
    z.strictObject({
      noticeId: z.string(),
      kind: z.enum(NOTICE_KINDS),
      title: z.string(),
      number: z.string(),
    }),
  ),
})
export type CommandReply = z.output<typeof CommandReply>

export const ApplicantBody = z.strictObject({
  kind: z.enum(['person', 'company']),
  name: Text(100),
  identityType: z.enum(IDENTITY_TYPES),
  identityNumber: Text(40),
  phone: OptionalText(30).nullable(),
  address: OptionalText(200).nullable(),
  contactName: OptionalText(50).nullable(),
})
/** `promised`: a signed commitment stands in its place (告知承诺). */
export const MaterialState = z.enum(['held', 'missing', 'defective', 'promised'])

/** Answers of the situation guidance: question to option. */
export const SituationBody = z.record(z.string().max(60), z.string().max(60))

/** Receipt (收件): `applicationId` is made by the sender, so that the same submit twice is one application. */
export const receiveApplication = operation({
  operationId: 'receive',
  method: 'POST',
  path: '/api/applications',
  access: 'signed-in',
  summary: '收件',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid('缺少命令标识 commandId'),
    applicationId: z.uuid(),
    itemId: Text(64),
    applicant: ApplicantBody,
    channel: z.enum(['window', 'portal', 'kiosk', 'post', 'agent']),
    /** By guide number; a material not named is held. */
    materials: z.record(z.string().regex(/^\d{1,3}$/), MaterialState),
    insist: z.boolean(),
    renews: z.uuid().nullable(),
    situation: SituationBody.optional(),
    form: FilledFormSchema.nullable().optional(),
    /** What the sender acts by, for somebody else. */
    mandateId: z.uuid().nullable().optional(),
    bundle: z
      .strictObject({ bundleId: Text(64), bundleCaseId: z.uuid() })
      .nullable()
      .optional(),
    /** Whether the identity was typed or read from a card at the counter; the trail says it. */
    identityEntry: z.enum(['manual', 'reader']).optional(),
    /** Of a reader that signs: checked by the server against name, number and application. */
    identityProof: ReadingProof.nullable().optional(),
  }),
  reply: CommandReply,
})

function command<Fields extends z.ZodRawShape>(
  operationId: string,
  summary: string,
  fields: Fields,
  access: Access = 'signed-in',
) {
  return operation({
    operationId,
    method: 'POST',
    path: `/api/applications/:applicationId/${operationId}`,
    access,
    summary,
    params: ApplicationParams,
    query: Nothing,
    body: z.strictObject({ ...envelope, ...fields }),
    reply: CommandReply,
  })
}

const reason = { reason: Text(2000) }

/** Every command on a lodged application, by its public name. */
export const applicationCommands = {
  accept: command('accept', '受理', {
    /** 容缺受理: accepted although these are missing, on the applicant's signed promise. */
    tolerated: z.array(MaterialNumber).max(400).optional(),
  }),
  'supply-tolerated': command('supply-tolerated', '补交容缺材料', {
    materials: z.array(MaterialNumber).min(1, '请至少列出一项补交的材料').max(400),
  }),
  assess: command('assess', '核验材料（四项审核）', {
    materials: z.record(z.string().regex(/^\d{1,3}$/), MaterialState),
    checks: z.strictObject({
      complete: z.boolean(),
      elementsFilled: z.boolean(),
      legalForm: z.boolean(),
      withinJurisdiction: z.boolean(),
    }),
    notes: OptionalText(2000),
  }),
  decline: command('decline', '不予受理', {
    ground: z.enum([
      'licence-not-required',
      'out-of-jurisdiction',
      'false-material',
      'not-corrected',
    ]),
    text: Text(2000),
  }),
  'request-correction': command('request-correction', '一次性告知补正', {
    materials: z.array(MaterialNumber).min(1, '请至少列出一项需要补正的材料').max(400),
    text: Text(4000),
  }),
  'supply-correction': command('supply-correction', '补交材料', {
    materials: z.array(MaterialNumber).min(1, '请至少列出一项补交的材料').max(400),
  }),
  lapse: command('lapse', '逾期未补正办结', reason),
  withdraw: command('withdraw', '撤回申请', reason),
  terminate: command('terminate', '终止办理', reason),
  review: command('review', '审核', { outcome: z.enum(['pass', 'fail']), opinion: Text(4000) }),
  'begin-procedure': command('begin-procedure', '启动特别程序', {
    kind: Text(64),
    days: z.int('请填写整数个工作日').min(1, '至少 1 个工作日').max(365),
  }),
  'end-procedure': command('end-procedure', '结束特别程序', {}),
  extend: command('extend', '延长期限', reason),
  'settle-fee': command('settle-fee', '登记缴费或者减免', {
    amount: z.number().min(0).max(100_000_000),
    exempt: z.boolean(),
  }),
  decide: command('decide', '作出决定', {
    outcome: z.enum(['grant', 'refuse']),
    reason: OptionalText(4000),
  }),
  'make-certificate': command('make-certificate', '制作证照', {
    years: z.int().min(1).max(100).nullable(),
    until: Day.nullable(),
    content: OptionalText(2000),
  }),
  'send-letter': command('send-letter', '出具准予许可函', {
    statements: z.array(z.enum(LETTER_STATEMENTS)).max(4),
  }),
  'return-letter': command('return-letter', '退回准予许可函', reason),
  seal: command('seal', '加盖印章', {}),
  'receive-provincial-result': command('receive-provincial-result', '登记省级办理结果', {
    certificateNumber: OptionalText(100).nullable(),
    until: Day.nullable(),
  }),
  'notify-pickup': command('notify-pickup', '通知领取', {}),
  issue: command('issue', '出件', {
    by: z.enum(['pickup', 'courier']),
    tracking: OptionalText(64).nullable(),
  }),
  'confirm-delivery': command('confirm-delivery', '确认送达', {
    proof: z.enum(['signature', 'courier']).nullable(),
    returned: z.boolean(),
    /** The signature on glass, a PNG as a data URL, at most 200 kB. */
    signature: z
      .string()
      .max(280_000, '签名图片过大，请重新签名')
      .regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/, '签名须为 PNG 图片')
      .nullable(),
  }),
  archive: command('archive', '归档', {}),
  revoke: command('revoke', '吊销、撤销或者注销证照', {
    kind: z.enum(['penalty', 'withdrawn', 'annulled']),
    reason: Text(2000),
  }),
  rate: command('rate', '评价', {
    grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    text: OptionalText(500),
  }),
  'follow-up': command('follow-up', '回访', { outcome: Text(64), text: OptionalText(2000) }),
  'explain-card': command('explain-card', '说明监察信号', {
    rule: z.enum(CARD_RULES).nullable(),
    text: Text(2000),
  }),
  'close-card': command('close-card', '审定说明', {
    rule: z.enum(CARD_RULES).nullable(),
    accept: z.boolean(),
    text: OptionalText(2000),
  }),
}
export type ApplicationCommandName = keyof typeof applicationCommands

/** What the act would make, before it is made: the draft notice as pages. Nothing is stored. */
export const previewCommand = operation({
  operationId: 'previewCommand',
  method: 'POST',
  path: '/api/applications/:applicationId/preview/:command',
  access: 'signed-in',
  summary: '预览将要出具的文书',
  params: z.strictObject({ applicationId: z.uuid(), command: z.string().max(40) }),
  query: Nothing,
  body: z.looseObject({ commandId: z.uuid(), expectedVersion: z.int().min(0) }),
  reply: z.strictObject({
    notices: z.array(
      z.strictObject({
        /** A notice kind, or `certificate`. */
        kind: z.string(),
        title: z.string(),
        pages: z.array(z.string()),
      }),
    ),
  }),
})
