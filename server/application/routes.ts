import type { FastifyInstance } from 'fastify'
import {
  applicationCommands,
  receiveApplication,
  type ApplicationCommandName,
} from '../../contract/application-commands.ts'
import * as contract from '../../contract/applications.ts'
import { ROLES_FOR } from '../../domain/application/permissions.ts'
import type { ApplicationId, ServiceItemId } from '../../domain/shared/ids.ts'
import type { HttpContext } from '../http/http-context.ts'
import { recordAccess } from '../http/access-audit.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import type { ApplicationContext } from './application-context.ts'
import { answerTo } from './answer.ts'
import { toCommand } from './command-bodies.ts'
import { commanderOf } from './commander-of.ts'
import { handleCommand } from './handle-command.ts'
import { identityEntryOf } from './identity-entry.ts'
import { keepSignature } from './keep-signature.ts'
import { readApplication } from './read-application.ts'
import { nameFrequency } from './name-frequency.ts'
import { searchApplications } from './search-applications.ts'
import { countAll, listsOf, readWorklist } from './worklists.ts'
import { refuse } from '../http/refusal.ts'

export function applicationRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
): void {
  registerOperation(http, httpContext, receiveApplication, async ({ body, session, request }) => {
    const { commandId, applicationId, itemId, applicant, channel, materials, insist, renews } = body
    const { situation, form, mandateId, bundle } = body
    const identityEntry = identityEntryOf(body, context.readerKeys)
    const { regionCode, actor } = session
    return answerTo(
      await handleCommand(context, {
        regionCode,
        applicationId,
        commandId,
        expectedVersion: 0,
        commander: commanderOf(session, request),
        command: {
          type: 'ReceiveApplication',
          by: actor,
          at: context.clock(regionCode),
          itemId: itemId as ServiceItemId,
          applicant,
          channel,
          materials,
          insist,
          renews: renews as ApplicationId | null,
          ...(situation === undefined ? {} : { situation }),
          ...(form === undefined ? {} : { form }),
          ...(mandateId === undefined ? {} : { mandateId }),
          ...(bundle === undefined ? {} : { bundle }),
          ...(identityEntry === undefined ? {} : { identityEntry }),
        },
      }),
    )
  })
  for (const name of Object.keys(applicationCommands) as ApplicationCommandName[])
    commandRoute(http, httpContext, context, name)
  readingRoutes(http, httpContext, context)
}

/** Every command of the contract runs through the one road. */
function commandRoute(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
  name: ApplicationCommandName,
): void {
  registerOperation(
    http,
    httpContext,
    applicationCommands[name],
    async ({ params, body, session, request }) => {
      const { regionCode, actor } = session
      const command = toCommand(name, body as never, actor, context.clock(regionCode))
      const { commandId, expectedVersion } = body
      const { applicationId } = params
      // Whoever may not hand out leaves nothing behind.
      const handsOut = ROLES_FOR.ConfirmDelivery.some((role) => role === actor.role)
      if (handsOut && command.type === 'ConfirmDelivery' && command.signature !== null)
        await keepSignature(context.db, { regionCode, applicationId, commandId }, command.signature)
      return answerTo(
        await handleCommand(context, {
          regionCode,
          applicationId,
          commandId,
          expectedVersion,
          commander: commanderOf(session, request),
          command,
        }),
      )
    },
  )
}

function readingRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
): void {
  registerOperation(
    http,
    httpContext,
    contract.getApplication,
    async ({ params, session, request }) => {
      const { regionCode } = session
      const read = await readApplication(context, {
        regionCode,
        applicationId: params.applicationId,
        commander: commanderOf(session, request),
      })
      if (read === null) return refuse('application-not-found', '没有这件办件，请核对办件编号。')
      if (read === 'not-your-application') return { ok: false, violation: { code: read } }
      if (read.seesWhole)
        await recordAccess(httpContext.db, regionCode, {
          action: 'identity-viewed',
          actor: session.actor,
          subjectId: params.applicationId,
        })
      return { ok: true, value: read.view }
    },
  )
  const frequency = nameFrequency(context.db)
  registerOperation(http, httpContext, contract.searchApplications, async ({ query, session }) => ({
    ok: true,
    value: await searchApplications(context, frequency, readerOf(session), query),
  }))
  registerOperation(http, httpContext, contract.countWorklists, async ({ session }) => ({
    ok: true,
    value: { counts: await countAll(context, readerOf(session), session.actor.role) },
  }))
  registerOperation(
    http,
    httpContext,
    contract.readWorklist,
    async ({ params, query, session }) => {
      if (!listsOf(session.actor.role).includes(params.list))
        return refuse('not-permitted', '您的岗位没有这个工作列表。')
      return {
        ok: true,
        value: await readWorklist(context, frequency, readerOf(session), params.list, query),
      }
    },
  )
}

function readerOf({ regionCode, actor }: Session) {
  return { regionCode, actor }
}
