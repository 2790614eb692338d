import { z } from 'zod'
import { IDENTITY_TYPES } from '../domain/application/applicant.ts'
import { MANDATE_ACTS } from '../domain/mandate/mandate.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, Text } from './shared.ts'

// Who may act for whom: an agent (委托代理), a guardian (监护人), the people of an enterprise (企业人员).

const MandateParams = z.strictObject({ mandateId: z.uuid('授权标识不是有效的 UUID') })
const IdentityType = z.enum(IDENTITY_TYPES)
const PersonBody = z.strictObject({
  name: Text(100),
  identityType: IdentityType,
  identityNumber: Text(40),
})

export const MandateView = z.strictObject({
  mandateId: z.string(),
  kind: z.enum(['guardian', 'agent', 'enterprise']),
  /** `offered`: not yet accepted by the agent (a guardian: not yet confirmed at a window). */
  state: z.enum(['offered', 'accepted', 'declined', 'revoked']),
  /** Accepted, begun and not over: it may be used today. */
  isInForce: z.boolean(),
  /** Why not, in Chinese; empty where it is. */
  why: z.string(),
  principal: z.strictObject({
    kind: z.enum(['person', 'company']),
    name: z.string(),
    identityType: IdentityType,
    /** Masked, but for whom holds the mandate in force. */
    identityNumber: z.string(),
  }),
  agent: z.strictObject({
    name: z.string(),
    identityType: IdentityType,
    /** Masked. */
    identityNumber: z.string(),
  }),
  role: z.enum(['guardian', 'agent', 'legal-representative', 'handler']),
  roleName: z.string(),
  ground: z.enum(['minor', 'no-capacity']).nullable(),
  /** Null: every item. */
  items: z.array(z.strictObject({ itemId: z.string(), name: z.string() })).nullable(),
  acts: z.array(z.enum(MANDATE_ACTS)),
  from: Day,
  until: Day.nullable(),
  /** The account that asks may: */
  mayAnswer: z.boolean(),
  mayRevoke: z.boolean(),
  /** It is the agent's side that asks; false: the principal's. */
  isAgent: z.boolean(),
})
export type MandateView = z.output<typeof MandateView>

export const listMandates = operation({
  operationId: 'listMandates',
  method: 'GET',
  path: '/api/mandates',
  access: ['applicant'],
  summary: '我的授权（给出的和持有的）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ mandates: z.array(MandateView) }),
})
/** By a person to an agent, by an enterprise to its people. Takes effect when the other side accepts. */
export const offerMandate = operation({
  operationId: 'offerMandate',
  method: 'POST',
  path: '/api/mandates',
  access: ['applicant'],
  summary: '委托他人办理、指定企业办事人员',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    mandateId: z.uuid(),
    agent: PersonBody,
    /** An enterprise names a legal representative or a handler (经办人); a person an agent. */
    role: z.enum(['agent', 'legal-representative', 'handler']),
    /** Null: every item. */
    items: z.array(Text(64)).min(1, '请至少选择一个事项').max(200).nullable(),
    acts: z.array(z.enum(MANDATE_ACTS)).min(1, '请至少选择一项权限'),
    from: Day,
    /** An agent's mandate always ends, at most two years on; an enterprise's may stay open. */
    until: Day.nullable(),
  }),
  reply: MandateView,
})
/** By the guardian. A window confirms it against the household register or the judgment before it may be used. */
export const declareGuardianship = operation({
  operationId: 'declareGuardianship',
  method: 'POST',
  path: '/api/guardianships',
  access: ['applicant'],
  summary: '登记监护关系（须经窗口核验）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    mandateId: z.uuid(),
    ward: PersonBody,
    ground: z.enum(['minor', 'no-capacity']),
    /** A minor's ends by itself on the eighteenth birthday. */
    until: Day.nullable(),
  }),
  reply: MandateView,
})
/** Waiting guardianships of one ward, by the whole number on the document in the clerk's hand. Audited. */
export const findGuardianships = operation({
  operationId: 'findGuardianships',
  method: 'POST',
  path: '/api/window/guardianships',
  access: ['window-clerk'],
  summary: '查找待核验的监护关系',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ wardIdentityNumber: Text(40) }),
  reply: z.strictObject({ mandates: z.array(MandateView) }),
})
export const confirmGuardianship = operation({
  operationId: 'confirmGuardianship',
  method: 'POST',
  path: '/api/window/guardianships/:mandateId/confirm',
  access: ['window-clerk'],
  summary: '核验监护关系',
  params: MandateParams,
  query: Nothing,
  body: z.strictObject({
    confirmed: z.boolean(),
    /** 户口簿, 出生医学证明, 法院判决书 and its number. */
    seen: Text(200),
  }),
  reply: MandateView,
})
export const answerMandate = operation({
  operationId: 'answerMandate',
  method: 'POST',
  path: '/api/mandates/:mandateId/answer',
  access: ['applicant'],
  summary: '接受或者谢绝授权',
  params: MandateParams,
  query: Nothing,
  body: z.strictObject({ accept: z.boolean() }),
  reply: MandateView,
})
/** By either side, at once. What was lodged under it stays lodged. */
export const revokeMandate = operation({
  operationId: 'revokeMandate',
  method: 'POST',
  path: '/api/mandates/:mandateId/revoke',
  access: ['applicant'],
  summary: '撤销授权、辞去代理',
  params: MandateParams,
  query: Nothing,
  body: NoBody,
  reply: MandateView,
})
/** Who acted under it, when and on what; also what was refused. For both sides. */
export const listMandateUses = operation({
  operationId: 'listMandateUses',
  method: 'GET',
  path: '/api/mandates/:mandateId/uses',
  access: ['applicant'],
  summary: '授权使用记录',
  params: MandateParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    uses: z.array(
      z.strictObject({
        at: z.string(),
        act: z.enum(MANDATE_ACTS),
        actName: z.string(),
        itemName: z.string().nullable(),
        applicationId: z.string().nullable(),
        /** Chinese; null: it was allowed. */
        refusal: z.string().nullable(),
      }),
    ),
  }),
})
