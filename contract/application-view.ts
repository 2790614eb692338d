import { z } from 'zod'
import { IDENTITY_TYPES } from '../domain/application/applicant.ts'
import { DueView, LedgerView } from './clock-view.ts'
import { GuideConfirmation } from './guide-schema.ts'
import { MaterialView } from './material-view.ts'
import { NOTICE_KINDS } from '../domain/notice/notice.ts'

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
export const FourChecksView = z.strictObject({
  complete: z.boolean(),
  elementsFilled: z.boolean(),
  legalForm: z.boolean(),
  withinJurisdiction: z.boolean(),
})
/** Who rated is not told; the calls and their limit stay inside the government. */
export const RatingView = z.strictObject({
  grade: z.int(),
  gradeName: z.string(),
  on: z.string(),
  text: z.string(),
  /** The next call is due on that day; null: settled, or no call needed. */
  followUpDueOn: z.string().nullable(),
  followUps: z.array(z.strictObject({ on: z.string(), outcomeName: z.string(), text: z.string() })),
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
    confirmation: GuideConfirmation,
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
    identityType: z.enum(IDENTITY_TYPES),
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
  /** As the window last answered them; null: not yet. */
  checks: FourChecksView.nullable(),
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
  /** 容缺受理: what was promised, and by when. */
  tolerance: z
    .strictObject({
      materials: z.array(z.int()),
      outstanding: z.array(z.int()),
      promisedOn: z.string(),
      dueOn: z.string(),
      remindedOn: z.string().nullable(),
      /** Until `dueOn`; 0 on the day itself and after it. */
      workingDaysLeft: z.int().min(0),
      /** The promise was not kept by its day. */
      lapsedOn: z.string().nullable(),
      requests: z.array(z.strictObject({ on: z.string(), text: z.string() })),
      /** What the guide says follows; null: nothing, 待部门确认. */
      consequence: z.enum(['refuse', 'terminate']).nullable(),
    })
    .nullable(),
  /** 告知承诺: each commitment and its later check. */
  commitments: z.array(
    z.strictObject({
      material: z.int(),
      name: z.string(),
      state: z.enum(['unchecked', 'kept', 'broken']),
      /** Null: the guide gives no days, 待部门确认; or it was checked. */
      dueOn: z.string().nullable(),
      check: z.strictObject({ finding: z.string(), on: z.string(), byName: z.string() }).nullable(),
    }),
  ),
  /** The guide's questions as they were answered. */
  situation: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
  /** The filled-in form, as it was laid out; empty where it came on paper. */
  form: z.array(
    z.strictObject({
      title: z.string(),
      fields: z.array(z.strictObject({ title: z.string(), value: z.string() })),
    }),
  ),
  onBehalf: z.strictObject({ name: z.string() }).nullable(),
  bundle: z.strictObject({ bundleId: z.string(), bundleCaseId: z.string() }).nullable(),
  renewal: z
    .strictObject({ certificateOf: z.string(), expiresOn: z.string(), protected: z.boolean() })
    .nullable(),
  copiesSentTo: z.array(z.string()),
  ratings: z.array(RatingView),
  cards: z.array(CardView),
  notices: z.array(NoticeView),
  /** Commands possible now to the person who asks. */
  possible: z.array(z.string()),
  history: z.array(HistoryEntry),
})
export type ApplicationView = z.output<typeof ApplicationView>
