import { z } from 'zod'
import { ASSURANCES } from '../domain/access/assurance.ts'
import { IDENTITY_TYPES } from '../domain/application/applicant.ts'
import { operation } from './operation.ts'
import { Me } from './session.ts'
import { NoBody, Nothing, OptionalText, Text } from './shared.ts'

const Password = z.string().min(10, '密码至少 10 位').max(256)
const Code = z.string().regex(/^\d{6}$/, '验证码是 6 位数字')
const CodeId = z.uuid()
const Contact = z.enum(['phone', 'email'])

/** The same answer whether or not anybody is behind it. */
const CodeSent = z.strictObject({
  codeId: z.string(),
  validMinutes: z.int(),
  /** Seconds until another one may be asked for. */
  againAfter: z.int(),
})

/** How people sign in here: the page shows what is there. */
export const signInWays = operation({
  operationId: 'signInWays',
  method: 'GET',
  path: '/api/sign-in-ways',
  access: 'public',
  summary: '可用的登录方式',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    /** The identity provider's name and where signing in through it begins; null: none. */
    provider: z.strictObject({ name: z.string(), start: z.string() }).nullable(),
    /** Codes reach a phone, an e-mail address. Without either nobody can register. */
    sms: z.boolean(),
    email: z.boolean(),
    /** Messages of the simulated gateway can be read at /demo/messages. */
    simulated: z.boolean(),
  }),
})

export const requestRegistrationCode = operation({
  operationId: 'requestRegistrationCode',
  method: 'POST',
  path: '/api/citizens/codes',
  access: 'public',
  summary: '注册验证码（短信）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ phone: Text(20) }),
  reply: CodeSent,
})

/**
 * One account an identity. Where the identity has one already: `identity-already-registered`, or with `claim` a number
 * under which the window settles whose it is.
 */
export const registerCitizen = operation({
  operationId: 'registerCitizen',
  method: 'POST',
  path: '/api/citizens',
  access: 'public',
  summary: '注册实名账号',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    codeId: CodeId,
    code: Code,
    name: Text(50),
    identityType: z.enum(IDENTITY_TYPES),
    identityNumber: Text(30),
    /** Who acts for an enterprise (经办人); null for a person. */
    contactName: OptionalText(50).nullable(),
    password: Password,
    claim: z.boolean(),
  }),
  reply: z.strictObject({
    me: Me.nullable(),
    claim: z.strictObject({ number: z.string() }).nullable(),
  }),
})

export const requestResetCode = operation({
  operationId: 'requestResetCode',
  method: 'POST',
  path: '/api/citizens/password/codes',
  access: 'public',
  summary: '找回密码验证码',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ account: Text(64), by: Contact }),
  reply: CodeSent,
})
export const resetPassword = operation({
  operationId: 'resetPassword',
  method: 'POST',
  path: '/api/citizens/password',
  access: 'public',
  summary: '凭验证码重设密码',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ codeId: CodeId, code: Code, password: Password }),
  reply: Nothing,
})

export const ownAccount = operation({
  operationId: 'ownAccount',
  method: 'GET',
  path: '/api/citizens/me',
  access: ['applicant'],
  summary: '本人账号、认证等级和可办事项',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    name: z.string(),
    identityType: z.enum(IDENTITY_TYPES),
    /** Masked. */
    identityNumber: z.string(),
    contactName: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    assurance: z.enum(ASSURANCES),
    assuranceName: z.string(),
    /** Applications of this identity that wait for a verification before they are shown. */
    heldBack: z.boolean(),
    providerLinked: z.boolean(),
    deeds: z.array(
      z.strictObject({
        deed: z.string(),
        name: z.string(),
        allowed: z.boolean(),
        least: z.enum(ASSURANCES),
        note: z.string(),
      }),
    ),
    /** 待业主确认 */
    rulesMark: z.string(),
  }),
})
export const requestContactCode = operation({
  operationId: 'requestContactCode',
  method: 'POST',
  path: '/api/citizens/me/contact/codes',
  access: ['applicant'],
  summary: '变更联系方式验证码（发到新的手机或者邮箱）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ contact: Contact, to: Text(100) }),
  reply: CodeSent,
})
export const changeContact = operation({
  operationId: 'changeContact',
  method: 'PUT',
  path: '/api/citizens/me/contact',
  access: ['applicant'],
  summary: '变更本人联系方式',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ codeId: CodeId, code: Code }),
  reply: Nothing,
})

const Found = z.strictObject({
  accountId: z.string(),
  /** Masked: the clerk compares the original with what was typed, not with this. */
  name: z.string(),
  phone: z.string().nullable(),
  assurance: z.enum(ASSURANCES),
  assuranceName: z.string(),
  registeredAt: z.string().nullable(),
})
const Claim = z.strictObject({
  claimId: z.string(),
  number: z.string(),
  name: z.string(),
  phone: z.string(),
  madeAt: z.string(),
  state: z.enum(['open', 'claimant', 'holder']),
})

/** By the number on the original that lies on the counter: whose account it is, and who disputes it. */
export const lookUpCitizen = operation({
  operationId: 'lookUpCitizen',
  method: 'POST',
  path: '/api/citizen-look-ups',
  access: ['window-clerk'],
  summary: '按证件查申请人账号（窗口核验）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ identityType: z.enum(IDENTITY_TYPES), identityNumber: Text(30) }),
  reply: z.strictObject({ account: Found.nullable(), claims: z.array(Claim) }),
})

export const EVIDENCE = {
  'id-card-original': '居民身份证原件',
  'other-identity-original': '护照、通行证等证件原件',
  'business-licence-original': '营业执照或者登记证书原件，经办人身份证和委托书',
} as const

/** The clerk has seen the original and the person: L2. */
export const verifyCitizen = operation({
  operationId: 'verifyCitizen',
  method: 'POST',
  path: '/api/citizens/:accountId/verification',
  access: ['window-clerk'],
  summary: '窗口核验申请人身份',
  params: z.strictObject({ accountId: z.uuid() }),
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid(),
    identityType: z.enum(IDENTITY_TYPES),
    identityNumber: Text(30),
    /** As printed on the original; it becomes the account's. */
    name: Text(50),
    evidence: z.enum(Object.keys(EVIDENCE) as [keyof typeof EVIDENCE]),
  }),
  reply: Found,
})
export const settleIdentityClaim = operation({
  operationId: 'settleIdentityClaim',
  method: 'POST',
  path: '/api/identity-claims/:claimId/settlement',
  access: ['window-clerk'],
  summary: '处理证件号码重复注册的申诉',
  params: z.strictObject({ claimId: z.uuid() }),
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid(),
    /** Who showed the original: `claimant` gets an account of their own, the other one is closed. */
    outcome: z.enum(['claimant', 'holder']),
    name: Text(50),
    evidence: z.enum(Object.keys(EVIDENCE) as [keyof typeof EVIDENCE]),
    reason: Text(200),
  }),
  reply: Claim,
})

/** Goes to the identity provider; the browser follows. */
export const beginOidc = operation({
  operationId: 'beginOidc',
  method: 'GET',
  path: '/api/oidc/start',
  access: 'public',
  summary: '统一身份认证登录：转到认证平台',
  params: Nothing,
  query: z.strictObject({ next: z.string().max(500).optional() }),
  body: NoBody,
  reply: z.any(),
})
/** Where the provider sends the browser back; whatever else it adds to the address is its own. */
export const endOidc = operation({
  operationId: 'endOidc',
  method: 'GET',
  path: '/api/oidc/callback',
  access: 'public',
  summary: '统一身份认证登录：从认证平台返回',
  params: Nothing,
  query: z.looseObject({ state: z.string().max(200).optional() }),
  body: NoBody,
  reply: z.any(),
})
