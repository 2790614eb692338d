import { z } from 'zod'
import { MaterialKey, SlipCode } from './draft-parts.ts'
import { DraftCheck, DraftView, Submitted } from './drafts.ts'
import { operation } from './operation.ts'
import { Nothing, Seen } from './shared.ts'

// A draft at the counter: by the code on the citizen's slip, every look audited.

/** What the citizen at the counter filled in, by the code on their slip: to read, and to receive from. */
export const openDraftAtWindow = operation({
  operationId: 'openDraftAtWindow',
  method: 'POST',
  path: '/api/window/drafts',
  access: ['window-clerk', 'accompanying-agent'],
  summary: '凭取件码查看申请人填写的内容',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ code: SlipCode }),
  reply: z.strictObject({ draft: DraftView, check: DraftCheck }),
})
/** Receipt at the window from the draft: its files come along, its faults do not stop it (Art 32). */
export const takeOverDraft = operation({
  operationId: 'takeOverDraft',
  method: 'POST',
  path: '/api/window/drafts/receive',
  access: ['window-clerk', 'accompanying-agent'],
  summary: '由草稿收件',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    code: SlipCode,
    commandId: z.uuid('缺少命令标识 commandId'),
    applicationId: z.uuid(),
    expectedVersion: Seen.min(1),
    /** What the clerk holds in hand beside what was uploaded, by guide number. */
    materials: z.record(MaterialKey, z.enum(['held', 'missing', 'defective'])),
    insist: z.boolean(),
  }),
  reply: Submitted,
})
/** A clerk reads one page of a draft that a code opened. */
export const readDraftPageAtWindow = operation({
  operationId: 'readDraftPageAtWindow',
  method: 'POST',
  path: '/api/window/drafts/pages/:uploadId',
  access: ['window-clerk', 'accompanying-agent'],
  summary: '查看草稿里的文件',
  params: z.strictObject({ uploadId: z.uuid() }),
  query: Nothing,
  body: z.strictObject({ code: SlipCode }),
  reply: z.any(),
  answers: 'file',
})
