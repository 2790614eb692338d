import { z } from 'zod'
import { ApplicationView } from './application-view.ts'
import { MaterialFile } from './material-view.ts'
import { operation } from './operation.ts'
import { ApplicationParams, NoBody, Nothing, OptionalText, Page, Text } from './shared.ts'

export const getApplication = operation({
  operationId: 'getApplication',
  method: 'GET',
  path: '/api/applications/:applicationId',
  access: 'signed-in',
  summary: '办件详情（时钟、经过、文书、可办事项）',
  params: ApplicationParams,
  query: Nothing,
  body: NoBody,
  reply: ApplicationView,
})
/**
 * By number (whole, or its last four characters or more), two adjacent characters or more of an applicant's or item's name,
 * their pinyin initials; whole and alone: a verify code or its address, an identity for who handles applications.
 * Open ones first by their limit, then closed ones, the newest first. `hint`: what was not looked through, and the remedy.
 */
export const searchApplications = operation({
  operationId: 'searchApplications',
  method: 'GET',
  path: '/api/applications',
  access: [
    'window-clerk',
    'accompanying-agent',
    'reviewer',
    'decider',
    'department-head',
    'government-head',
    'seal-keeper',
    'supervisor',
  ],
  summary: '查找办件',
  params: Nothing,
  query: z.strictObject({ q: Text(100), ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(z.lazy(() => WorklistRow)),
    next: z.string().nullable(),
    hint: z.string().nullable(),
  }),
})

export const WORKLISTS = {
  'window-today': '今日办件',
  'to-accept': '待受理',
  'awaiting-correction': '待补正',
  'to-issue': '待出件',
  'to-deliver': '待送达',
  'to-review': '待审',
  'to-decide': '待决定',
  'in-procedure': '特别程序',
  warning: '预警',
  overdue: '超期',
  'to-certify': '待制证',
  returned: '被退回',
  'to-letter': '待出函',
  'to-archive': '待归档',
  'to-check': '待核查承诺',
  'commitment-broken': '承诺不实',
  'to-seal': '待盖章',
  'department-seal': '待盖本部门章',
  'provincial-result': '待省级结果',
  'to-follow-up': '待回访',
  mine: '我的办件',
} as const
export type WorklistName = keyof typeof WORKLISTS

/** A department's lists in the order of the work: what waits first, what presses next, then the way out. */
export const DEPARTMENT_LISTS = [
  'to-review',
  'to-decide',
  'in-procedure',
  'warning',
  'overdue',
  'to-certify',
  'to-letter',
  'returned',
  'department-seal',
  'provincial-result',
  'to-archive',
  'to-check',
  'commitment-broken',
] as const satisfies readonly WorklistName[]
const worklistName = z.enum(Object.keys(WORKLISTS) as [WorklistName, ...WorklistName[]])

export const WorklistRow = z.strictObject({
  applicationId: z.string(),
  number: z.string(),
  version: z.int(),
  status: z.string(),
  statusName: z.string(),
  itemId: z.string(),
  itemName: z.string(),
  annexNumber: z.int().nullable(),
  applicantName: z.string(),
  departmentName: z.string(),
  receivedAt: z.string(),
  /** The limit that presses most now, and what it is called. */
  dueOn: z.string().nullable(),
  dueName: z.string(),
  remaining: z.int().nullable(),
  light: z.enum(['green', 'amber', 'red', 'paused', 'none']),
  card: z.enum(['none', 'warning', 'yellow', 'red']),
  levelMark: z.string().nullable(),
})
export type WorklistRow = z.output<typeof WorklistRow>

/** A list is counted no further: more than anybody works off, and a count costs what it walks. */
export const MOST_LISTED = 1_000

/** Exact counts of the lists this person has, capped at `MOST_LISTED`: that many or more. */
export const countWorklists = operation({
  operationId: 'countWorklists',
  method: 'GET',
  path: '/api/worklists',
  access: 'signed-in',
  summary: '各工作列表件数',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    counts: z.array(z.strictObject({ list: worklistName, name: z.string(), count: z.int() })),
  }),
})
export const readWorklist = operation({
  operationId: 'readWorklist',
  method: 'GET',
  path: '/api/worklists/:list',
  access: 'signed-in',
  summary: '工作列表',
  params: z.strictObject({ list: worklistName }),
  query: z.strictObject({ q: OptionalText(100).optional(), ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(WorklistRow),
    next: z.string().nullable(),
    /** Of the whole list; no more than `MOST_LISTED`. */
    count: z.int(),
    /** With a `q`: what was not looked through, and the remedy. */
    hint: z.string().nullable(),
  }),
})

export const uploadMaterial = operation({
  operationId: 'uploadMaterial',
  method: 'POST',
  path: '/api/applications/:applicationId/materials/:number',
  access: 'signed-in',
  summary: '上传材料（PDF、JPEG、PNG，至多 50 MB）',
  params: z.strictObject({
    applicationId: z.uuid(),
    number: z.coerce.number().int().min(1).max(400),
  }),
  /** `fileId` made by the sender: sent again it is the same file. For what was photographed while the server was out of reach. */
  query: z.strictObject({ fileId: z.uuid().optional() }),
  body: z.any(),
  sends: 'multipart',
  reply: MaterialFile,
})
export const readMaterial = operation({
  operationId: 'readMaterial',
  method: 'GET',
  path: '/api/applications/:applicationId/files/:fileId',
  access: 'signed-in',
  summary: '读取材料文件',
  params: z.strictObject({ applicationId: z.uuid(), fileId: z.uuid() }),
  query: Nothing,
  body: NoBody,
  reply: z.any(),
  answers: 'file',
})
