import { decide } from '../../domain/application/decide.ts'
import { nextFall } from '../../domain/application/law/next-fall.ts'
import { THE_LAW } from '../../domain/shared/actor.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { newId } from '../event-log/chain.ts'
import type { ApplicationContext, Commander } from './application-context.ts'
import { factsOf } from './facts-of.ts'
import type { LoadedApplication } from './load-application.ts'
import { recordCommand } from './record-command.ts'

export const LAW: Commander = {
  actor: THE_LAW,
  standing: { postOpen: true, training: [] },
  origin: 'law',
}

export type LawfulMoment = {
  readonly regionCode: number
  readonly applicationId: string
  readonly loaded: LoadedApplication
  readonly until: Instant
}

/**
 * Records what fell due by itself before `until`, the earliest thing only, under the moment the law names. True when the
 * application moved, or someone else moved it: load again. A person who comes at 00:00:01 meets what 00:00 already did.
 */
export async function letTheLawGoFirst(
  context: ApplicationContext,
  { regionCode, applicationId, loaded, until }: LawfulMoment,
): Promise<boolean> {
  const { application, nextFallAt } = loaded
  if (application.status === 'not-lodged' || nextFallAt === null || nextFallAt > until) return false
  const facts = factsOf({
    reference: context.reference,
    loaded,
    itemId: application.itemId,
    renews: null,
    standing: LAW.standing,
    now: until,
  })
  const fall = nextFall(application, facts)
  if (fall === null || fall.at > until) return false
  const decision = decide(
    { type: 'ApplyLaw', by: THE_LAW, at: fall.at, recordedAt: until },
    application,
    facts,
  )
  if (!decision.ok) throw new Error(`The law was refused: ${decision.violation.code}`)
  if (decision.events.length === 0) return false
  await recordCommand(context, {
    regionCode,
    applicationId,
    commandId: newId(),
    name: 'apply-law',
    commander: LAW,
    loaded,
    facts,
    events: decision.events,
    recordedAt: until,
  })
  context.onCommit(regionCode)
  return true
}
