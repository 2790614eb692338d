import { z } from 'zod'
import { GuideConfirmation } from './guide-schema.ts'
import { NOTICE_KINDS } from '../domain/notice/notice.ts'

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
  /** The day the clock shown stopped, and what stopped it; null while it runs. */
  endedOn: z.string().nullable(),
  endedBy: z.enum(['delivered', 'posted', 'withdrawn', 'terminated']).nullable(),
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
  /** `waiting` for the virus scanner and `infected` cannot be opened; `save-only` is never shown in a page. */
  handling: z.enum(['show', 'save-only', 'waiting', 'infected']),
})
export const MaterialView = z.strictObject({
  number: z.int(),
  name: z.string(),
  basis: z.string(),
  standard: z.string(),
  original: z.boolean(),
  copies: z.int(),
  format: z.string(),
  state: z.enum(['held', 'missing', 'defective', 'promised']),
  /** Working days it may follow after acceptance (容缺); null: not. */
  tolerableDays: z.int().nullable(),
  /** A signed commitment may stand in its place (告知承诺). */
  commitment: z.boolean(),
  /** Everything the guide says of it, line by line: what the clerk compares it with. */
  facts: z.array(
    z.strictObject({
      part: z.string(),
      name: z.string(),
      words: z.array(z.string()),
      isOpen: z.boolean(),
    }),
  ),
  files: z.array(MaterialFile),
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
    })
    .nullable(),
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
