import { z } from 'zod'
import { ASSURANCES } from '../domain/access/assurance.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing, Text } from './shared.ts'

export const Me = z.strictObject({
  accountId: z.string(),
  username: z.string(),
  name: z.string(),
  role: z.string(),
  roleName: z.string(),
  body: z.string(),
  organisationId: z.string().optional(),
  organisationName: z.string().optional(),
  window: z.int().optional(),
  /** First page of this role: `/window`, `/desk`, `/seal`, `/my`. */
  home: z.string(),
  mustChangePassword: z.boolean(),
  /** Of a citizen: L1 self-declared, L2 verified at the window, L3 by the identity provider (domain/access/assurance.ts). */
  assurance: z.enum(ASSURANCES).optional(),
  /** Applications under this identity are shown once it is verified. */
  heldBack: z.boolean().optional(),
  /** Today in China by the server's clock: screens never trust their own. */
  today: z.string(),
})
export type Me = z.output<typeof Me>

export const signIn = operation({
  operationId: 'signIn',
  method: 'POST',
  path: '/api/session',
  access: 'public',
  summary: '登录',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ username: Text(64), password: z.string().min(1, '请填写密码').max(256) }),
  reply: Me,
})
export const signOut = operation({
  operationId: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  access: 'signed-in',
  summary: '退出登录',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: Nothing,
})
/** Leaving a device that others use: ends a sign-in, and the browser holds no draft any more. */
export const endVisit = operation({
  operationId: 'endVisit',
  method: 'DELETE',
  path: '/api/visit',
  access: 'public',
  summary: '离开公用设备（退出登录，清除本机标识）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: Nothing,
})
export const whoAmI = operation({
  operationId: 'whoAmI',
  method: 'GET',
  path: '/api/session',
  access: 'signed-in',
  summary: '当前登录人',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: Me,
})
export const changePassword = operation({
  operationId: 'changePassword',
  method: 'POST',
  path: '/api/session/password',
  access: 'signed-in',
  summary: '修改密码',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    current: z.string().min(1).max(256),
    next: z.string().min(10, '新密码至少 10 位').max(256),
  }),
  reply: Nothing,
})
/** The demonstration's cast by role, so that a visitor may be anyone; an empty list on a production server. */
export const demonstrationCast = operation({
  operationId: 'demonstrationCast',
  method: 'GET',
  path: '/api/demonstration-cast',
  access: 'public',
  summary: '演示人员（仅演示环境）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    password: z.string().nullable(),
    people: z.array(
      z.strictObject({
        username: z.string(),
        name: z.string(),
        roleName: z.string(),
        organisationName: z.string(),
      }),
    ),
  }),
})
/** Production: the first administrator names themself with the one-time code the server printed. */
export const appointFirstAdministrator = operation({
  operationId: 'appointFirstAdministrator',
  method: 'POST',
  path: '/api/first-administrator',
  access: 'public',
  summary: '首位系统管理员（凭一次性口令）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    code: Text(64),
    username: Text(64),
    name: Text(50),
    password: z.string().min(10, '密码至少 10 位').max(256),
  }),
  reply: Me,
})
