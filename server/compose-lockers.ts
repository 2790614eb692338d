import type { FastifyInstance, FastifyRequest } from 'fastify'
import { identityOf } from '../domain/application/applicant.ts'
import type { Actor } from '../domain/shared/actor.ts'
import type { AccountId } from '../domain/shared/ids.ts'
import { answerTo } from './application/answer.ts'
import type { ApplicationContext } from './application/application-context.ts'
import { handleCommand } from './application/handle-command.ts'
import { identityEntryOf } from './application/identity-entry.ts'
import { keepSignature } from './application/keep-signature.ts'
import { loadApplication } from './application/load-application.ts'
import { queryCodeHash } from './application/verify-code.ts'
import type { HttpContext } from './http/http-context.ts'
import type { LockersContext } from './lockers/lockers-context.ts'
import { lockerRoutes } from './lockers/routes.ts'
import { openByCode } from './progress/open-by-code.ts'

/** Who collects at a locker has no session; the trail names the applicant, and this account. */
const AT_LOCKER = '00000000-0000-7000-8000-000000000002' as AccountId
const NO_COMMAND = '00000000-0000-0000-0000-000000000000'
const SIGNATURE =
  'select bytes from material_file where region_code = $1 and application_id = $2 and file_id = $3'

/** The locker: who may open which box, and the delivery that follows. */
export function composeLockers(
  server: FastifyInstance,
  http: HttpContext,
  context: ApplicationContext,
  kioskOf: (request: FastifyRequest) => Promise<{ readonly deviceId: string } | undefined>,
): void {
  lockerRoutes(server, {
    http,
    kioskOf,
    load: async (regionCode, applicationId) => {
      const key = { regionCode, applicationId, commandId: NO_COMMAND }
      const { application } = await loadApplication(context.db, key)
      return application.status === 'not-lodged' ? null : application
    },
    openByCode: async (regionCode, guess) =>
      await openByCode(http.db, regionCode, guess, { hashOf: queryCodeHash }),
    entryOf: (collectionId, { applicant }, { entry, proof }) =>
      identityEntryOf(
        { applicationId: collectionId, applicant, identityEntry: entry, identityProof: proof },
        context.readerKeys,
      ) ?? entry,
    keepSignature: async (regionCode, { applicationId, collectionId, signature }) =>
      await keepSignature(
        http.db,
        { regionCode, applicationId, commandId: collectionId },
        signature,
      ),
    deliver: deliverer(context),
  })
}

function deliverer(context: ApplicationContext): LockersContext['deliver'] {
  return async (
    regionCode,
    { applicationId, collectionId, collection: lockerCollection, clerk, origin },
  ) => {
    const key = { regionCode, applicationId, commandId: collectionId }
    const { application, head } = await loadApplication(context.db, key)
    if (application.status === 'not-lodged')
      throw new Error('A result in a locker has its application')
    const [kept] = await context.db.query<{ bytes: Buffer }>(SIGNATURE, [
      regionCode,
      applicationId,
      collectionId,
    ])
    const { applicant } = application
    const by: Actor = clerk?.actor ?? {
      accountId: AT_LOCKER,
      name: applicant.name,
      role: 'applicant',
      body: 'public',
      identity: identityOf(applicant),
    }
    const { postOpen, training } = clerk ?? { postOpen: true, training: [] }
    const answer = answerTo(
      await handleCommand(context, {
        ...key,
        expectedVersion: head.version,
        commander: { actor: by, standing: { postOpen, training }, origin },
        lockerCollection,
        command: {
          type: 'ConfirmDelivery',
          by,
          at: context.clock(regionCode),
          proof: 'locker',
          returned: false,
          signature:
            kept === undefined ? null : `data:image/png;base64,${kept.bytes.toString('base64')}`,
        },
      }),
    )
    return answer.ok ? null : answer.violation
  }
}
