import { z } from 'zod'
import { operation } from './operation.ts'
import { NoBody, Nothing, Page } from './shared.ts'

export const MessageRow = z.strictObject({
  messageId: z.string(),
  kind: z.string(),
  nature: z.enum(['legal', 'courtesy']),
  title: z.string(),
  text: z.string(),
  applicationId: z.string().nullable(),
  link: z.string().nullable(),
  at: z.string(),
  readAt: z.string().nullable(),
  /** Its words were cleared when their time was over. */
  isCleared: z.boolean(),
})
export type MessageRow = z.output<typeof MessageRow>

export const listMessages = operation({
  operationId: 'listMessages',
  method: 'GET',
  path: '/api/messages',
  access: ['applicant'],
  summary: '本人的消息',
  params: Nothing,
  query: z.strictObject({ ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(MessageRow),
    next: z.string().nullable(),
    unread: z.int(),
  }),
})
/** Capped at 100. */
export const countUnreadMessages = operation({
  operationId: 'countUnreadMessages',
  method: 'GET',
  path: '/api/messages/unread',
  access: ['applicant'],
  summary: '未读消息数',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ unread: z.int() }),
})
/** Those named, or all up to the one named. */
export const markMessagesRead = operation({
  operationId: 'markMessagesRead',
  method: 'POST',
  path: '/api/messages/read',
  access: ['applicant'],
  summary: '标记消息已读',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ messageIds: z.array(z.uuid()).max(100), allUpTo: z.uuid().nullable() }),
  reply: z.strictObject({ unread: z.int() }),
})

/** Legal notices always stand in the portal: there is no switch for that. */
export const MessagePreferences = z.strictObject({
  legalSms: z.boolean(),
  legalEmail: z.boolean(),
  courtesySms: z.boolean(),
  courtesyEmail: z.boolean(),
  courtesyInApp: z.boolean(),
})
export type MessagePreferences = z.output<typeof MessagePreferences>

export const readMessagePreferences = operation({
  operationId: 'readMessagePreferences',
  method: 'GET',
  path: '/api/message-preferences',
  access: ['applicant'],
  summary: '本人的通知方式',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: MessagePreferences,
})
export const setMessagePreferences = operation({
  operationId: 'setMessagePreferences',
  method: 'PUT',
  path: '/api/message-preferences',
  access: ['applicant'],
  summary: '设置通知方式（法定通知在站内必达）',
  params: Nothing,
  query: Nothing,
  body: MessagePreferences,
  reply: MessagePreferences,
})

export const DELIVERY_STATES = ['waiting', 'standby', 'sent', 'failed', 'not-needed'] as const
export const DELIVERY_STATE_NAME: Readonly<Record<(typeof DELIVERY_STATES)[number], string>> = {
  waiting: '待发送',
  standby: '备用',
  sent: '已发送',
  failed: '没有发出',
  'not-needed': '不必再发',
}

/** What the provider reports after it took a message. */
export const DELIVERY_REPORTS = ['delivered', 'undelivered'] as const
export const DELIVERY_REPORT_NAME: Readonly<Record<(typeof DELIVERY_REPORTS)[number], string>> = {
  delivered: '已送达手机',
  undelivered: '没有送达手机',
}

export const listDeliveries = operation({
  operationId: 'listDeliveries',
  method: 'GET',
  path: '/api/message-deliveries',
  access: ['system-admin', 'audit-admin'],
  summary: '短信和邮件发送记录',
  params: Nothing,
  query: z.strictObject({
    state: z.enum(DELIVERY_STATES).optional(),
    report: z.enum(DELIVERY_REPORTS).optional(),
    ...Page,
  }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(
      z.strictObject({
        deliveryId: z.string(),
        channel: z.enum(['sms', 'email']),
        /** Masked. */
        address: z.string(),
        nature: z.enum(['legal', 'courtesy']),
        title: z.string(),
        /** One-time links are left out. */
        text: z.string(),
        state: z.enum(DELIVERY_STATES),
        tries: z.int(),
        nextTryAt: z.string().nullable(),
        sentAt: z.string().nullable(),
        receipt: z.string().nullable(),
        lastError: z.string().nullable(),
        /** Null: the provider has told nothing, or tells nothing. */
        report: z.enum(DELIVERY_REPORTS).nullable(),
        reportedAt: z.string().nullable(),
        reportCode: z.string().nullable(),
        at: z.string(),
        isCleared: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

/** What the simulated gateway was given: the demonstration only, nothing on a production server. */
export const demonstrationMessages = operation({
  operationId: 'demonstrationMessages',
  method: 'GET',
  path: '/api/demonstration-messages',
  access: 'public',
  summary: '演示环境的模拟短信（仅演示环境）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    messages: z.array(
      z.strictObject({
        receipt: z.string(),
        to: z.string(),
        text: z.string(),
        at: z.string(),
      }),
    ),
  }),
})
