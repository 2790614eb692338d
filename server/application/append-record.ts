import type { ApplicationEvent } from '../../domain/application/events.ts'
import { THE_LAW } from '../../domain/shared/actor.ts'
import { withRetry } from '../database/with-retry.ts'
import { LAW } from './apply-law.ts'
import type { ApplicationContext } from './application-context.ts'
import { factsOf } from './facts-of.ts'
import { loadApplication } from './load-application.ts'
import { recordCommand } from './record-command.ts'

type Record = Extract<ApplicationEvent, { type: 'NoticeSigned' }>

/**
 * Writes a record (a signed paper) into the trail: no act, so no version moves and nobody is told to look again.
 * The notice's id is the command's: written twice, it is one record.
 */
export async function appendRecord(
  context: ApplicationContext,
  regionCode: number,
  applicationId: string,
  record: Omit<Record, 'by' | 'at'>,
): Promise<void> {
  const commandId = record.noticeId
  for (;;) {
    const outcome = await withRetry(async () => {
      const loaded = await loadApplication(context.db, { regionCode, applicationId, commandId })
      const { application } = loaded
      if (application.status === 'not-lodged')
        throw new Error('A record belongs to a lodged application')
      if (loaded.seen !== null) return 'seen'
      const now = context.clock(regionCode)
      const at = now < application.movedAt ? application.movedAt : now
      const facts = factsOf({
        reference: context.reference,
        loaded,
        itemId: application.itemId,
        renews: null,
        standing: LAW.standing,
        now: at,
      })
      const events = [{ ...record, by: THE_LAW, at }]
      const recorded = await recordCommand(context, {
        regionCode,
        applicationId,
        commandId,
        name: 'record',
        commander: LAW,
        loaded,
        facts,
        events,
        recordedAt: now,
      })
      return recorded.outcome
    })
    if (outcome !== 'moved') return
  }
}
