import { z } from 'zod'
import { NOTICE_KINDS } from '../domain/notice/notice.ts'
import { operation } from './operation.ts'
import { ApplicationParams, NoBody, Nothing, Page } from './shared.ts'

/** A clock's answer: a date, paused with what remains, or none. */
export const DueView = z.strictObject({
  state: z.enum(['none', 'running', 'paused']),
  on: z.string().nullable(),
  provisional: z.boolean(),
  /** Working days left: from today while running (negative: overrun by), at the pause while paused. */
  remaining: z.int().nullable(),
})
export const LedgerDay = z.strictObject({
  date: z.string(),
  kind: z.enum(['start', 'working', 'weekend', 'holiday', 'make-up', 'paused', 'before', 'after']),
  /** Ordinal of the counted day, 1, 2, 3 …; null where the day does not count. */
  counted: z.int().nullable(),
  /** 清明节, 听证, 周六: what stands in the cell. */
  label: z.string(),
  why: z.string(),
})
export const LedgerView = z.strictObject({
  clock: z.enum(['acceptance', 'decision', 'committed', 'issuance']),
  startsOn: z.string(),
  committedOn: z.string().nullable(),
  statutoryOn: z.string().nullable(),
  today: z.string(),
  days: z.array(LedgerDay),
  sentence: z.string(),
})
export type LedgerView = z.output<typeof LedgerView>
export const CardView = z.strictObject({
  rule: z.string(),
  ruleName: z.string(),
  level: z.enum(['warning', 'yellow', 'red']),
  raisedOn: z.string(),
  fact: z.string(),
  answerableName: z.string(),
  officerName: z.string().nullable(),
  open: z.boolean(),
  explanation: z.strictObject({ text: z.string(), on: z.string(), byName: z.string() }).nullable(),
})
export const NoticeView = z.strictObject({
  noticeId: z.string(),
  kind: z.enum(NOTICE_KINDS),
  title: z.string(),
  number: z.string(),
  dated: z.string(),
  sha256: z.string().nullable(),
})
export const HistoryEntry = z.strictObject({
  seq: z.int(),
  type: z.string(),
  /** 受理, 审核, 盖章 */ step: z.string(),
  sentence: z.string(),
  at: z.string(),
  byName: z.string(),
  organisationName: z.string(),
  hash: z.string(),
})
export const MaterialFile = z.strictObject({
  fileId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  at: z.string(),
})
export const MaterialView = z.strictObject({
  number: z.int(),
  name: z.string(),
  basis: z.string(),
  standard: z.string(),
  original: z.boolean(),
  copies: z.int(),
  format: z.string(),
  state: z.enum(['held', 'missing', 'defective']),
  files: z.array(MaterialFile),
})

export const ApplicationView = z.strictObject({
  applicationId: z.string(),
  number: z.string(),
  version: z.int(),
  status: z.string(),
  statusName: z.string(),
  today: z.string(),
  item: z.strictObject({
    itemId: z.string(),
    name: z.string(),
    annexNumber: z.int().nullable(),
    levelMark: z.string().nullable(),
    remark: z.string().nullable(),
    departmentId: z.string(),
    departmentName: z.string(),
    partnerNames: z.array(z.string()),
  }),
  guide: z.strictObject({
    version: z.int(),
    confirmation: z.enum(['baseline', 'confirmed']),
    statutoryDays: z.int(),
    committedDays: z.int(),
    kind: z.string(),
    fee: z.strictObject({ amount: z.number(), basis: z.string() }).nullable(),
    validityYears: z.int().nullable(),
    certificateName: z.string(),
  }),
  applicant: z.strictObject({
    kind: z.enum(['person', 'company']),
    name: z.string(),
    identityType: z.string(),
    identityNumber: z.string(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    contactName: z.string().nullable(),
    masked: z.boolean(),
  }),
  channel: z.string(),
  receivedAt: z.string(),
  receivedOn: z.string(),
  acceptedOn: z.string().nullable(),
  deemed: z.boolean(),
  due: z.strictObject({
    acceptance: DueView,
    decision: DueView,
    committed: DueView,
    issuance: DueView,
  }),
  light: z.enum(['green', 'amber', 'red', 'paused', 'none']),
  lightName: z.string(),
  ledger: LedgerView.nullable(),
  step: z
    .strictObject({ name: z.string(), stepName: z.string(), enteredOn: z.string(), due: DueView })
    .nullable(),
  materials: z.array(MaterialView),
  correction: z
    .strictObject({
      asked: z.array(z.int()),
      outstanding: z.array(z.int()),
      text: z.string(),
      askedOn: z.string(),
      rounds: z.int(),
    })
    .nullable(),
  pauses: z.array(
    z.strictObject({
      kind: z.string(),
      kindName: z.string(),
      begunOn: z.string(),
      estimatedDays: z.int(),
      endedOn: z.string().nullable(),
    }),
  ),
  extension: z.strictObject({ on: z.string(), days: z.int(), reason: z.string() }).nullable(),
  opinions: z.array(
    z.strictObject({
      departmentName: z.string(),
      byName: z.string(),
      outcome: z.enum(['pass', 'fail']),
      opinion: z.string(),
      on: z.string(),
    }),
  ),
  fee: z.strictObject({ paid: z.number(), exempt: z.boolean(), settled: z.boolean() }),
  decision: z
    .strictObject({
      outcome: z.enum(['grant', 'refuse']),
      on: z.string(),
      reason: z.string(),
      deemed: z.boolean(),
    })
    .nullable(),
  certificate: z
    .strictObject({
      version: z.int(),
      hash: z.string(),
      name: z.string(),
      number: z.string(),
      validFrom: z.string(),
      validUntil: z.string().nullable(),
    })
    .nullable(),
  letter: z
    .strictObject({
      certificateHash: z.string(),
      statements: z.array(z.string()),
      sentOn: z.string(),
      matchesCertificate: z.boolean(),
      returned: z.strictObject({ on: z.string(), reason: z.string() }).nullable(),
    })
    .nullable(),
  sealRoute: z.enum(['bureau', 'department', 'provincial']),
  sealModeUnconfirmed: z.boolean(),
  sealing: z.strictObject({ on: z.string(), route: z.string() }).nullable(),
  issuance: z
    .strictObject({
      by: z.enum(['pickup', 'courier']),
      tracking: z.string().nullable(),
      on: z.string(),
    })
    .nullable(),
  delivery: z.strictObject({ on: z.string(), proof: z.string() }).nullable(),
  closure: z
    .strictObject({ on: z.string(), reason: z.string(), ground: z.string().nullable() })
    .nullable(),
  revocation: z.strictObject({ kind: z.string(), on: z.string(), reason: z.string() }).nullable(),
  renewal: z
    .strictObject({ certificateOf: z.string(), expiresOn: z.string(), protected: z.boolean() })
    .nullable(),
  copiesSentTo: z.array(z.string()),
  ratings: z.array(z.strictObject({ grade: z.int(), on: z.string(), followUps: z.int() })),
  cards: z.array(CardView),
  notices: z.array(NoticeView),
  /** Commands possible now to the person who asks. */
  possible: z.array(z.string()),
  history: z.array(HistoryEntry),
})
export type ApplicationView = z.output<typeof ApplicationView>

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
/** By number (full or its tail), applicant's name or two adjacent characters, item name or initials. */
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
  query: z.strictObject({ q: z.string().trim().min(1).max(100), ...Page }),
  body: NoBody,
  reply: z.strictObject({ rows: z.array(z.lazy(() => WorklistRow)), next: z.string().nullable() }),
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
  'to-seal': '待盖章',
  'department-seal': '待盖本部门章',
  'provincial-result': '待省级结果',
  mine: '我的办件',
} as const
export type WorklistName = keyof typeof WORKLISTS
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

/** Exact counts of the lists this person has, capped at 10000. */
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
  query: z.strictObject({ q: z.string().trim().max(100).optional(), ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(WorklistRow),
    next: z.string().nullable(),
    count: z.int(),
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
  query: Nothing,
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
