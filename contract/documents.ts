import { z } from 'zod'
import { operation } from './operation.ts'
import { ApplicationParams, NoBody, Nothing, Page, Text } from './shared.ts'

const NoticeParams = z.strictObject({ noticeId: z.uuid() })
export const noticePdf = operation({
  operationId: 'noticePdf',
  method: 'GET',
  path: '/api/notices/:noticeId/pdf',
  access: 'signed-in',
  summary: '下载已签章文书（PDF）',
  params: NoticeParams,
  query: Nothing,
  body: NoBody,
  reply: z.any(),
  answers: 'pdf',
})
export const noticePages = operation({
  operationId: 'noticePages',
  method: 'GET',
  path: '/api/notices/:noticeId/pages',
  access: 'signed-in',
  summary: '文书页面（屏幕预览，SVG）',
  params: NoticeParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ title: z.string(), number: z.string(), pages: z.array(z.string()) }),
})
export const certificatePdf = operation({
  operationId: 'certificatePdf',
  method: 'GET',
  path: '/api/applications/:applicationId/certificate/pdf',
  access: 'signed-in',
  summary: '证照（盖章后为签章 PDF）',
  params: ApplicationParams,
  query: Nothing,
  body: NoBody,
  reply: z.any(),
  answers: 'pdf',
})
export const certificatePages = operation({
  operationId: 'certificatePages',
  method: 'GET',
  path: '/api/applications/:applicationId/certificate/pages',
  access: 'signed-in',
  summary: '证照页面（屏幕预览，SVG，示出用印位置）',
  params: ApplicationParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ title: z.string(), number: z.string(), pages: z.array(z.string()) }),
})

export const SignatureReport = z.strictObject({
  signer: z.string(),
  signedAt: z.string().nullable(),
  intact: z.boolean(),
  trusted: z.boolean(),
  coversWholeDocument: z.boolean(),
})
export const VerifyReport = z.strictObject({
  genuine: z.boolean(),
  /** 是本系统签发且未被改动 … in one sentence */ sentence: z.string(),
  testSeal: z.boolean(),
  document: z
    .strictObject({
      title: z.string(),
      number: z.string(),
      issuer: z.string(),
      dated: z.string(),
      applicantName: z.string(),
      validToday: z.boolean(),
      state: z.string(),
    })
    .nullable(),
  signatures: z.array(SignatureReport),
})
export type VerifyReport = z.output<typeof VerifyReport>
export const verifyCode = operation({
  operationId: 'verifyCode',
  method: 'GET',
  path: '/api/verify/:code',
  access: 'public',
  summary: '凭二维码核验文书或者证照',
  params: z.strictObject({ code: Text(64) }),
  query: Nothing,
  body: NoBody,
  reply: VerifyReport,
})
export const verifyFile = operation({
  operationId: 'verifyFile',
  method: 'POST',
  path: '/api/verify',
  access: 'public',
  summary: '核验 PDF 文件（至多 50 MB）',
  params: Nothing,
  query: Nothing,
  body: z.any(),
  sends: 'multipart',
  reply: VerifyReport,
})

export const SealRecordRow = z.strictObject({
  recordId: z.string(),
  at: z.string(),
  sealName: z.string(),
  applicationId: z.string(),
  applicationNumber: z.string(),
  documentTitle: z.string(),
  documentNumber: z.string(),
  documentHash: z.string(),
  operatorName: z.string(),
  route: z.string(),
  letterNumber: z.string().nullable(),
})
export const sealRegister = operation({
  operationId: 'sealRegister',
  method: 'GET',
  path: '/api/seal-register',
  access: ['seal-keeper', 'supervisor', 'audit-admin'],
  summary: '用印登记簿',
  params: Nothing,
  query: z.strictObject({ ...Page }),
  body: NoBody,
  reply: z.strictObject({ rows: z.array(SealRecordRow), next: z.string().nullable() }),
})

export const TrailReport = z.strictObject({
  intact: z.boolean(),
  events: z.int(),
  head: z.string(),
  checkedAt: z.string(),
  /** The first event that does not fit, and what is wrong with it. */
  broken: z.strictObject({ seq: z.int(), what: z.string() }).nullable(),
  lastPublishedRoot: z.strictObject({ day: z.string(), root: z.string() }).nullable(),
})
export const verifyTrail = operation({
  operationId: 'verifyTrail',
  method: 'GET',
  path: '/api/applications/:applicationId/trail',
  access: 'signed-in',
  summary: '校验本件留痕',
  params: ApplicationParams,
  query: Nothing,
  body: NoBody,
  reply: TrailReport,
})
/** The signed Merkle roots anyone may keep, to check an application's file without the database. */
export const dailyRoots = operation({
  operationId: 'dailyRoots',
  method: 'GET',
  path: '/api/trail/roots',
  access: 'public',
  summary: '每日留痕根（公开）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    roots: z.array(
      z.strictObject({
        day: z.string(),
        root: z.string(),
        applications: z.int(),
        signature: z.string(),
        certificate: z.string(),
      }),
    ),
  }),
})
