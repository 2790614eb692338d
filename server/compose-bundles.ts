import type { FastifyInstance } from 'fastify'
import { ABA_BUNDLES } from '../catalogue/aba/load-bundles.ts'
import { decide } from '../domain/application/decide.ts'
import type { ReceiveApplication } from '../domain/application/commands.ts'
import type { ServiceItemId } from '../domain/shared/ids.ts'
import { answerTo } from './application/answer.ts'
import type { ApplicationContext, AwaitedResults } from './application/application-context.ts'
import { factsOf } from './application/facts-of.ts'
import { handleCommand } from './application/handle-command.ts'
import { loadApplication } from './application/load-application.ts'
import { mandateFor } from './application/mandate-for.ts'
import { mayRead } from './application/may-read.ts'
import { awaitedResults } from './bundles/awaited-results.ts'
import { bundleRoutes } from './bundles/bundle-routes.ts'
import type { BundlesContext, Child, PartReceipt } from './bundles/bundles-context.ts'
import type { Database } from './database/connect.ts'
import type { ReferenceData } from './database/reference-data.ts'
import { newId } from './event-log/chain.ts'
import type { HttpContext } from './http/http-context.ts'
import type { Session } from './http/session.ts'

/** 一件事 over the procedure's own road: judged whole, then received part by part. */
export function composeBundles(
  server: FastifyInstance,
  http: HttpContext,
  context: ApplicationContext,
): void {
  const { reference, forms } = context
  bundleRoutes(server, {
    http,
    reference,
    bundles: ABA_BUNDLES.filter(({ itemIds }) =>
      itemIds.every((itemId) => reference.findItem(itemId) !== undefined),
    ),
    findForm: (formId) => forms?.findInForce(formId),
    judge: judgeOf(context),
    receive: receiveOf(context),
    loadChildren: async (regionCode, applicationIds) =>
      await loadChildren(context, regionCode, applicationIds),
    mayRead: async ({ regionCode, actor }, application) =>
      await mayRead(context, regionCode, actor, application),
  })
}

/** Asked before a part of a bundle is granted. */
export function awaitedResultsOf(db: Database, reference: ReferenceData): AwaitedResults {
  return async (regionCode, application) =>
    await awaitedResults(db, reference, ABA_BUNDLES, regionCode, application)
}

function judgeOf(context: ApplicationContext): BundlesContext['judge'] {
  return async (session, _origin, part) => {
    const { regionCode } = session
    const { applicationId, commandId, itemId } = part
    const loaded = await loadApplication(context.db, { regionCode, applicationId, commandId })
    // Received before, by this very request.
    if (loaded.seen !== null) return null
    const command = commandOf(context, session, part)
    const facts = factsOf({
      reference: context.reference,
      forms: context.forms,
      mandate: await mandateFor(context, { regionCode, command }, loaded),
      loaded,
      itemId,
      renews: null,
      standing: standingOf(session),
      now: command.at,
    })
    const decision = decide(command, loaded.application, facts)
    return decision.ok ? null : decision.violation
  }
}

function receiveOf(context: ApplicationContext): BundlesContext['receive'] {
  return async (session, origin, part) => {
    const answer = answerTo(
      await handleCommand(context, {
        regionCode: session.regionCode,
        applicationId: part.applicationId,
        commandId: part.commandId,
        expectedVersion: 0,
        commander: { actor: session.actor, standing: standingOf(session), origin },
        command: commandOf(context, session, part),
      }),
    )
    return answer.ok ? { number: answer.value.number } : { violation: answer.violation }
  }
}

function commandOf(
  { clock }: ApplicationContext,
  { regionCode, actor }: Session,
  part: PartReceipt,
): ReceiveApplication {
  const { applicant, channel, mandateId, situation, materials, form, bundle } = part
  return {
    type: 'ReceiveApplication',
    by: actor,
    at: clock(regionCode),
    itemId: part.itemId as ServiceItemId,
    applicant,
    channel,
    materials,
    insist: false,
    renews: null,
    situation,
    form,
    mandateId,
    bundle,
  }
}

function standingOf({ postOpen, training }: Session) {
  return { postOpen, training }
}

async function loadChildren(
  { db }: ApplicationContext,
  regionCode: number,
  applicationIds: readonly string[],
): Promise<readonly Child[]> {
  const loaded = await Promise.all(
    applicationIds.map(async (applicationId) => {
      const commandId = newId()
      const { application, number } = await loadApplication(db, {
        regionCode,
        applicationId,
        commandId,
      })
      return { applicationId, application, number }
    }),
  )
  return loaded.flatMap(({ applicationId, application, number }) =>
    application.status === 'not-lodged' ? [] : [{ applicationId, application, number }],
  )
}
