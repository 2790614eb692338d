import { z } from 'zod'
import { operation } from './operation.ts'
import { NoBody, Nothing, Text, OptionalText } from './shared.ts'

export const STAFF_ROLES = [
  'window-clerk',
  'accompanying-agent',
  'reviewer',
  'decider',
  'department-head',
  'government-head',
  'seal-keeper',
  'supervisor',
  'system-admin',
  'security-admin',
  'audit-admin',
  'catalogue-editor',
  'catalogue-confirmer',
  'hall-manager',
] as const

export const AccountRow = z.strictObject({
  accountId: z.string(),
  username: z.string(),
  name: z.string(),
  role: z.string(),
  roleName: z.string(),
  organisationId: z.string().nullable(),
  organisationName: z.string().nullable(),
  window: z.int().nullable(),
  postOpen: z.boolean(),
  locked: z.boolean(),
  disabled: z.boolean(),
  /** `etiquette` and department ids whose course was passed. */
  training: z.array(z.string()),
})
export const listAccounts = operation({
  operationId: 'listAccounts',
  method: 'GET',
  path: '/api/accounts',
  access: ['system-admin', 'security-admin', 'audit-admin', 'supervisor'],
  summary: '账号清单',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ accounts: z.array(AccountRow) }),
})
/** The bodies an account can belong to: all of the catalogue, whether anybody works there yet or not. */
export const listOrganisations = operation({
  operationId: 'listOrganisations',
  method: 'GET',
  path: '/api/organisations',
  access: ['system-admin', 'security-admin', 'supervisor'],
  summary: '单位清单',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    organisations: z.array(
      z.strictObject({
        organisationId: z.string(),
        name: z.string(),
        shortName: z.string(),
        body: z.string(),
      }),
    ),
  }),
})
/** Made by the system administrator with a password to be changed at first sign-in; the post opens when the security administrator says so. */
export const createAccount = operation({
  operationId: 'createAccount',
  method: 'POST',
  path: '/api/accounts',
  access: ['system-admin'],
  summary: '新建账号',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    username: Text(64),
    name: Text(50),
    role: z.enum(STAFF_ROLES),
    organisationId: OptionalText(64).nullable(),
    window: z.int().min(1).max(99).nullable(),
    password: z.string().min(10, '密码至少 10 位').max(256),
  }),
  reply: AccountRow,
})
export const setPost = operation({
  operationId: 'setPost',
  method: 'PUT',
  path: '/api/accounts/:accountId/post',
  access: ['security-admin'],
  summary: '开通或停止岗位',
  params: z.strictObject({ accountId: z.uuid() }),
  query: Nothing,
  body: z.strictObject({ open: z.boolean() }),
  reply: AccountRow,
})
export const recordTraining = operation({
  operationId: 'recordTraining',
  method: 'PUT',
  path: '/api/accounts/:accountId/training',
  access: ['security-admin', 'supervisor'],
  summary: '登记培训合格（礼仪、部门业务）',
  params: z.strictObject({ accountId: z.uuid() }),
  query: Nothing,
  body: z.strictObject({ passed: z.array(Text(64)).max(40) }),
  reply: AccountRow,
})
export const setDisabled = operation({
  operationId: 'setDisabled',
  method: 'PUT',
  path: '/api/accounts/:accountId/disabled',
  access: ['system-admin'],
  summary: '停用、启用或解锁账号',
  params: z.strictObject({ accountId: z.uuid() }),
  query: Nothing,
  body: z.strictObject({ disabled: z.boolean() }),
  reply: AccountRow,
})
