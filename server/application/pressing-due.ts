import type { LodgedApplication } from '../../domain/application/application.ts'
import type { ApplicationFacts } from '../../domain/application/facts.ts'
import {
  acceptanceDue,
  committedDue,
  decisionDue,
  issuanceDue,
} from '../../domain/deadline/clocks.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'

export const DUE_NAME = {
  acceptance: '受理期限',
  committed: '承诺期限',
  decision: '法定期限',
  issuance: '送达期限',
} as const
export type DueKind = keyof typeof DUE_NAME

/** The limit that presses now: the committed one until it is overrun, then the statutory. */
export function pressingDue(
  application: LodgedApplication,
  { guide, calendar }: ApplicationFacts,
): { readonly on: LocalDate; readonly kind: DueKind } | null {
  if (guide === null) return null
  const committed = committedDue(application, guide, calendar)
  const decision = decisionDue(application, guide, calendar)
  const overrun = application.cards.some(({ rule }) => rule === 'committed-overrun')
  const clocks = [
    ['acceptance', acceptanceDue(application, calendar)],
    ...(overrun ? [] : [['committed', committed] as const]),
    ['decision', decision],
    ['issuance', issuanceDue(application, calendar)],
  ] as const
  for (const [kind, due] of clocks) if (due.state === 'running') return { on: due.on, kind }
  return null
}
