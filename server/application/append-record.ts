import type { ApplicationEvent } from '../../domain/application/events.ts'
import { THE_LAW } from '../../domain/shared/actor.ts'
import { withRetry } from '../database/with-retry.ts'
import { LAW } from './apply-law.ts'
import type { ApplicationContext } from './application-context.ts'
import { factsOf } from './facts-of.ts'
import { loadApplication } from './load-application.ts'
import { recordCommand } from './record-command.ts'

type Record = Extract<ApplicationEvent, { type: 'NoticeSigned' | 'DueDatesRecomputed' }>
/** What happened, without who and when: the law, now. */
export type RecordOf<Kind extends Record> = Kind extends Record ? Omit<Kind, 'by' | 'at'> : never

/**
 * Writes a record (a signed paper, a recomputed date) into the trail: no act, so no version moves and nobody is told to
 * look again. Written twice under one command id (a notice's own id), it is one record.
 */
export async function appendRecord<Kind extends Record>(
  context: ApplicationContext,
  regionCode: number,
  applicationId: string,
  commandId: string,
  record: RecordOf<Kind>,
): Promise<void> {
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
      const events = [{ ...record, by: THE_LAW, at } as ApplicationEvent]
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
