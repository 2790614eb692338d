import { z } from 'zod'
import { IDENTITY_TYPES } from '../domain/application/applicant.ts'
import {
  DraftAnswer,
  DraftChange,
  DraftKey,
  DraftParams,
  DraftRow,
  MaterialKey,
  SlipCode,
} from './draft-parts.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, OptionalText, Seen, Text } from './shared.ts'

// Applying online. A draft belongs to the account that began it, or, before anybody signs in, to the browser: the server
// sets that browser's cookie by itself. What is filled in is kept as it was typed, right or wrong, until it is submitted.

const draftPath = '/api/drafts/:draftId' as const

/** Who applies: oneself, or whom a mandate names. What is missing here is told by `checkDraft`. */
export const DraftApplicant = z.strictObject({
  kind: z.enum(['person', 'company']).nullable(),
  name: OptionalText(100),
  identityType: z.enum(IDENTITY_TYPES).nullable(),
  identityNumber: OptionalText(40),
  phone: OptionalText(30),
  address: OptionalText(200),
  contactName: OptionalText(50),
})
export type DraftApplicant = z.output<typeof DraftApplicant>

/**
 * How a material comes: `upload` files (also what was reused); `commitment` a signed commitment stands in its place, where
 * the guide allows it; `follow` later, where the guide tolerates it; `window` on paper to the counter.
 */
export const DraftMaterialChoice = z.strictObject({
  way: z.enum(['upload', 'commitment', 'follow', 'window']),
  /** Made by the applicant, who promises that it is true: grade D instead of C. */
  selfMade: z.boolean(),
})
export type DraftMaterialChoice = z.output<typeof DraftMaterialChoice>

/** What is saved: only what changed. A key set to null is taken out; `applicant` and `mandateId` replace what was there. */
export const DraftPatch = z.strictObject({
  situation: z.record(DraftKey, Text(60).nullable()).optional(),
  answers: z.record(DraftKey, DraftAnswer.nullable()).optional(),
  applicant: DraftApplicant.optional(),
  mandateId: z.uuid().nullable().optional(),
  materials: z.record(MaterialKey, DraftMaterialChoice.nullable()).optional(),
  /** Where the person was: the page that opens on resuming. */
  step: OptionalText(60).optional(),
})
export type DraftPatch = z.output<typeof DraftPatch>

export const DraftPage = z.strictObject({
  uploadId: z.string(),
  name: z.string(),
  /** Null until it is complete. */
  mediaType: z.string().nullable(),
  size: z.int(),
  state: z.enum(['receiving', 'complete']),
  /** Chunks that are in, of `chunkCount`. */
  chunksIn: z.int(),
  chunkCount: z.int(),
  /** `waiting` for the virus scanner cannot be opened yet; `save-only` is never shown in a page. */
  handling: z.enum(['show', 'save-only', 'waiting']),
  /** 国办函〔2016〕108号: A issued by the organ, B verified at a window before, C uploaded, D self-made under promise. */
  trust: z.enum(['A', 'B', 'C', 'D']),
  via: z.enum(['device', 'phone', 'reused', 'certificate']),
  /** Reused: from which application, verified when, fresh until when. */
  sourceNumber: z.string().nullable(),
  verifiedOn: Day.nullable(),
  freshUntil: Day.nullable(),
})
export type DraftPage = z.output<typeof DraftPage>
export const DraftMaterialPages = z.strictObject({
  material: z.int(),
  /** In the order the applicant gave them. */
  pages: z.array(DraftPage),
})

export const DraftView = z.strictObject({
  draftId: z.string(),
  version: z.int(),
  pagesVersion: z.int(),
  state: z.enum(['open', 'submitted']),
  /** Where `submitted`. */
  applicationId: z.string().nullable(),
  itemId: z.string(),
  itemName: z.string(),
  departmentName: z.string(),
  /** In force now: what to fill in and to submit against. */
  guideVersion: z.int().nullable(),
  formId: z.string().nullable(),
  formVersion: z.int().nullable(),
  /** It belongs to an account; false: only this browser holds it. */
  isBound: z.boolean(),
  /** A slip code exists (it is told only when it is made). */
  hasSlipCode: z.boolean(),
  savedAt: z.string(),
  expiresOn: Day,
  step: z.string(),
  situation: z.record(z.string(), z.string()),
  answers: z.record(z.string(), DraftAnswer),
  applicant: DraftApplicant,
  mandateId: z.string().nullable(),
  materials: z.record(z.string(), DraftMaterialChoice),
  pages: z.array(DraftMaterialPages),
  /** Bytes: what the files of this draft take, and may take. */
  quota: z.strictObject({ used: z.int(), limit: z.int() }),
  changes: z.array(DraftChange),
})
export type DraftView = z.output<typeof DraftView>

/** `draftId` is made by the sender: the same start twice is one draft. */
export const startDraft = operation({
  operationId: 'startApplicationDraft',
  method: 'POST',
  path: '/api/drafts',
  access: 'public',
  summary: '开始填写（草稿）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ draftId: z.uuid(), itemId: Text(64), content: DraftPatch }),
  reply: DraftView,
})
/** Of the account that is signed in, and those that only this browser holds. */
export const listDrafts = operation({
  operationId: 'listApplicationDrafts',
  method: 'GET',
  path: '/api/drafts',
  access: 'public',
  summary: '我的草稿',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ drafts: z.array(DraftRow) }),
})
export const getDraft = operation({
  operationId: 'getApplicationDraft',
  method: 'GET',
  path: draftPath,
  access: 'public',
  summary: '读取草稿',
  params: DraftParams,
  query: Nothing,
  body: NoBody,
  reply: DraftView,
})
/** Another device saved meanwhile: `changed-meanwhile` with the version that is now; read it, and save again. */
export const saveDraft = operation({
  operationId: 'saveApplicationDraft',
  method: 'PUT',
  path: draftPath,
  access: 'public',
  summary: '保存草稿（只送改动）',
  params: DraftParams,
  query: Nothing,
  body: z.strictObject({
    /** The same save sent again is one save. */
    saveId: z.uuid(),
    expectedVersion: Seen.min(1),
    patch: DraftPatch,
    /**
     * The person was shown what changed, and goes on with the guide and form that are in force: only then is a draft of
     * an older version submitted.
     */
    seen: z
      .strictObject({ guideVersion: Seen.min(1), formVersion: Seen.min(1).nullable() })
      .optional(),
  }),
  reply: z.strictObject({ version: z.int(), savedAt: z.string() }),
})
export const deleteDraft = operation({
  operationId: 'deleteApplicationDraft',
  method: 'DELETE',
  path: draftPath,
  access: 'public',
  summary: '删除草稿和已上传的文件',
  params: DraftParams,
  query: Nothing,
  body: NoBody,
  reply: Nothing,
})
/** Having signed in: a draft of this browser becomes the account's, and no other browser's any more. */
export const claimDraft = operation({
  operationId: 'claimApplicationDraft',
  method: 'POST',
  path: `${draftPath}/claim`,
  access: ['applicant'],
  summary: '把本机草稿归入账号',
  params: DraftParams,
  query: Nothing,
  body: NoBody,
  reply: DraftView,
})
/** Told once; a new one replaces it. */
export const makeSlipCode = operation({
  operationId: 'makeSlipCode',
  method: 'POST',
  path: `${draftPath}/slip-code`,
  access: 'public',
  summary: '生成取件码（换设备或者到窗口继续办）',
  params: DraftParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    /** `K7Q2M-9XWPA-RT`, twelve characters. */
    code: z.string(),
    expiresOn: Day,
  }),
})
/**
 * On another device. A draft of an account opens only to whom is signed in with it (`draft-of-account`). Five wrong codes
 * lock for 15 minutes (`code-locked`).
 */
export const resumeDraft = operation({
  operationId: 'resumeApplicationDraft',
  method: 'POST',
  path: '/api/draft-codes',
  access: 'public',
  summary: '凭取件码继续填写',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ code: SlipCode }),
  reply: DraftView,
})

export const DraftCheck = z.strictObject({
  /** Nothing stands against submitting. */
  isReady: z.boolean(),
  faults: z.array(z.strictObject({ element: z.string(), message: z.string() })),
  applicantFaults: z.array(z.strictObject({ field: z.string(), message: z.string() })),
  /** Every material of this situation, and what is still to do about it. */
  materials: z.array(
    z.strictObject({
      number: z.int(),
      name: z.string(),
      state: z.enum(['held', 'missing', 'promised', 'to-follow', 'at-the-window']),
      message: z.string(),
    }),
  ),
  mandate: z.strictObject({ valid: z.boolean(), message: z.string() }).nullable(),
  /** The same person's open applications of the same item: told, and no obstacle. */
  inFlight: z.array(
    z.strictObject({ applicationId: z.string(), number: z.string(), receivedOn: Day }),
  ),
  changes: z.array(DraftChange),
})
export type DraftCheck = z.output<typeof DraftCheck>
export const checkDraft = operation({
  operationId: 'checkApplicationDraft',
  method: 'GET',
  path: `${draftPath}/check`,
  access: 'public',
  summary: '提交前检查',
  params: DraftParams,
  query: Nothing,
  body: NoBody,
  reply: DraftCheck,
})

export const Submitted = z.strictObject({
  applicationId: z.string(),
  number: z.string(),
  /** Six digits, for looking up progress without signing in. */
  queryCode: z.string(),
  receivedAt: z.string(),
  notice: z
    .strictObject({ noticeId: z.string(), title: z.string(), number: z.string() })
    .nullable(),
})
export type Submitted = z.output<typeof Submitted>
/** `commandId` and `applicationId` are made when the button is first pressed: pressed twice it is one application. */
export const submitDraft = operation({
  operationId: 'submitApplicationDraft',
  method: 'POST',
  path: `${draftPath}/submit`,
  access: ['applicant'],
  summary: '提交申请',
  params: DraftParams,
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid('缺少命令标识 commandId'),
    applicationId: z.uuid(),
    expectedVersion: Seen.min(1),
  }),
  reply: Submitted,
})
