import type { FastifyInstance } from 'fastify'
import type { ApplicationId, ServiceItemId } from '../domain/shared/ids.ts'
import { answerTo } from './application/answer.ts'
import type { ApplicationContext } from './application/application-context.ts'
import { handleCommand } from './application/handle-command.ts'
import { identityEntryOf } from './application/identity-entry.ts'
import { numberOfRegion } from './application/region-number.ts'
import type { HttpContext } from './http/http-context.ts'
import { problemOf } from './http/problem.ts'
import type { OfflineContext } from './offline/offline-context.ts'
import { offlineRoutes } from './offline/routes.ts'

/** What the hall hands in. */
export type HallForOffline = Pick<OfflineContext, 'tickets' | 'kioskOf' | 'bindReceipt'>

/** A hall that survives: what was received and called without the server, over the procedure's and the queue's own road. */
export function composeOffline(
  server: FastifyInstance,
  http: HttpContext,
  context: ApplicationContext,
  hall: HallForOffline,
): void {
  offlineRoutes(server, {
    ...hall,
    http,
    reference: context.reference,
    numberOfRegion,
    receive: receiveOf(context),
  })
}

const RENEWED = `select application_id as "applicationId" from application where region_code = $1 and number = $2`
const NOT_FOUND = {
  ok: false,
  code: 'renewal-not-possible',
  sentence: '没有找到要延续的办件，请核对原办件编号后重新归并，或者说明不收的理由。',
} as const

function receiveOf(context: ApplicationContext): OfflineContext['receive'] {
  return async (session, origin, { entryId, application, offline }) => {
    const { regionCode, actor, postOpen, training } = session
    const { applicationId, itemId, applicant, channel, materials, insist } = application
    const { situation, form } = application
    const identityEntry = identityEntryOf(application, context.readerKeys)
    const renews = await renewedId(context, regionCode, application.renews)
    if (renews === undefined) return NOT_FOUND
    const answer = answerTo(
      await handleCommand(context, {
        regionCode,
        applicationId,
        commandId: entryId,
        expectedVersion: 0,
        commander: { actor, standing: { postOpen, training }, origin },
        command: {
          type: 'ReceiveApplication',
          by: actor,
          at: offline.takenAt,
          itemId: itemId as ServiceItemId,
          applicant,
          channel,
          materials,
          insist,
          renews,
          offline,
          ...(situation === undefined ? {} : { situation }),
          ...(form === undefined ? {} : { form }),
          ...(identityEntry === undefined ? {} : { identityEntry }),
        },
      }),
    )
    if (answer.ok) return { ok: true, applicationId, number: answer.value.number }
    const { code, detail } = problemOf(answer.violation)
    return { ok: false, code, sentence: detail }
  }
}

/** Undefined: no application has that number. */
async function renewedId(
  { db }: ApplicationContext,
  regionCode: number,
  number: string | null,
): Promise<ApplicationId | null | undefined> {
  if (number === null) return null
  const [row] = await db.query<{ applicationId: ApplicationId }>(RENEWED, [regionCode, number])
  return row?.applicationId
}
