import type { AccountId, Instant, LocalDate } from '../shared/ids.ts'

/** What a mandate may cover (授权事项): apply, correct, read, withdraw, collect the result. */
export const MANDATE_ACTS = ['apply', 'correct', 'read', 'withdraw', 'collect'] as const
export type MandateAct = (typeof MANDATE_ACTS)[number]

export const MANDATE_ACT_NAME = {
  apply: '提出申请',
  correct: '补正材料',
  read: '查询进度',
  withdraw: '撤回申请',
  collect: '领取结果',
} as const satisfies Record<MandateAct, string>

export type MandateKind = 'guardian' | 'agent' | 'enterprise'
export type MandateRole = 'guardian' | 'agent' | 'legal-representative' | 'handler'

export const MANDATE_ROLE_NAME = {
  guardian: '监护人',
  agent: '委托代理人',
  'legal-representative': '法定代表人',
  handler: '经办人',
} as const satisfies Record<MandateRole, string>

/** One side of a mandate; `identity` is `id-card:513201…`, as an account has it. */
export type Party = {
  readonly name: string
  readonly identity: string
}

/** One person's right to act for another (委托代理 Civil Code art. 165, 监护 art. 27–28, 34; 职务代理 art. 170). */
export type Mandate = {
  readonly mandateId: string
  readonly kind: MandateKind
  readonly role: MandateRole
  /** `offered` until the agent accepts, or, for a guardian, until a window has seen the proof. */
  readonly state: 'offered' | 'accepted' | 'declined' | 'revoked'
  readonly principal: Party & { readonly kind: 'person' | 'company' }
  readonly agent: Party
  /** The account that accepted; null before. Another account with the same number never acts under it. */
  readonly agentAccount: AccountId | null
  /** Guardians only: a minor, or an adult without full capacity. */
  readonly ground: 'minor' | 'no-capacity' | null
  /** Null: every item. */
  readonly items: readonly string[] | null
  readonly acts: readonly MandateAct[]
  readonly from: LocalDate
  /** The last day; null: open. */
  readonly until: LocalDate | null
  /** When it was revoked, or given up. */
  readonly endedAt: Instant | null
}
