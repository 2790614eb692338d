import { z } from 'zod'
import { STATUS_NAME } from '../../domain/application/status-names.ts'
import type { ApplicationStatus } from '../../domain/application/application.ts'
import { CARD_LEVEL } from '../../domain/application/supervision/card.ts'
import type { CardRule } from '../../domain/application/supervision/card.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice.ts'
import { REHEARSAL_COMMANDS } from './rehearsal-commands.ts'
import { REFUSAL_CODES } from './refusal-codes.ts'
import { dayOr, listOf, mapping, oneOf } from './scenario-words.ts'

export const EXPECTED_CLOCKS = ['acceptance', 'decision', 'committed', 'issuance'] as const
export type ExpectedClock = (typeof EXPECTED_CLOCKS)[number]

const STATUSES = Object.keys(STATUS_NAME) as ApplicationStatus[]
const CARD_RULES = Object.keys(CARD_LEVEL) as CardRule[]

const due = dayOr(['paused', 'none']).optional()

const expectation = z.strictObject({
  status: oneOf(STATUSES, '办件状态').optional(),
  error: oneOf(REFUSAL_CODES, '拒绝代码').optional(),
  due: mapping(
    z.strictObject({ acceptance: due, decision: due, committed: due, issuance: due }),
  ).optional(),
  accepted: dayOr(['none']).optional(),
  card: oneOf(['none', 'warning', 'yellow', 'red'], '监察信号').optional(),
  cards: listOf(oneOf(CARD_RULES, '监察规则')).optional(),
  notices: listOf(oneOf(NOTICE_KINDS, '文书种类')).optional(),
  seal: oneOf(['bureau', 'department', 'provincial'], '用印方式').optional(),
  possible: listOf(oneOf(REHEARSAL_COMMANDS, '命令')).optional(),
  trail: oneOf(['intact', 'broken'], '留痕状态').optional(),
  copies: listOf(oneOf(['bureau'], '抄送对象')).optional(),
})

/** What must come of a step; only what it names is compared. `due.decision: …` may also stand on one line. */
export const Expectation = z.preprocess(gatherDue, mapping(expectation))
export type Expectation = z.output<typeof expectation>

function gatherDue(raw: unknown): unknown {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return raw
  const dotted = Object.entries(raw).filter(([key]) => key.startsWith('due.'))
  if (dotted.length === 0) return raw
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !key.startsWith('due.')))
  const gathered = Object.fromEntries(dotted.map(([key, value]) => [key.slice(4), value]))
  return { ...rest, due: { ...(rest['due'] as object | undefined), ...gathered } }
}
