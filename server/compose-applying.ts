import type { FastifyInstance } from 'fastify'
import { mandateAllows } from '../domain/mandate/mandate-allows.ts'
import type { ApplicationId, Instant, ServiceItemId } from '../domain/shared/ids.ts'
import type { StoredUpload } from '../domain/upload/stored-upload.ts'
import { UPLOAD_LIMITS, type UploadLimits } from '../domain/upload/upload-limits.ts'
import { answerTo } from './application/answer.ts'
import type { ApplicationContext } from './application/application-context.ts'
import { handleCommand } from './application/handle-command.ts'
import { loadApplication } from './application/load-application.ts'
import { saveMaterialCheck } from './application/material-check.ts'
import { mayRead } from './application/may-read.ts'
import { projectRoot } from './documents/project-root.ts'
import { qrCodeSvg } from './documents/qr-code.ts'
import { stampCopy } from './documents/stamp-copy.ts'
import type { Renderer } from './documents/render-document.ts'
import { applyingRoutes } from './drafts/applying-routes.ts'
import type { Procedure } from './drafts/draft-context.ts'
import { earlierApplications } from './drafts/files/earlier-applications.ts'
import { sealedCertificate } from './drafts/files/sealed-certificate.ts'
import { sweepDrafts } from './drafts/sweep-drafts.ts'
import { newId } from './event-log/chain.ts'
import type { HttpContext } from './http/http-context.ts'
import { refuse } from './http/refusal.ts'
import type { Session } from './http/session.ts'
import { accountsWith } from './mandates/accounts-with.ts'
import { guardianRoutes } from './mandates/guardian-routes.ts'
import { loadMandate } from './mandates/load-mandate.ts'
import { mandateRoutes } from './mandates/mandate-routes.ts'
import type { Quarantine } from './uploads/quarantine.ts'
import { createUploadStore } from './uploads/upload-store.ts'

export type ApplyingOptions = {
  readonly quarantine: Quarantine | null
  /** Null: no papers are made here, so no copy can be stamped. */
  readonly renderer: Pick<Renderer, 'watermark'> | null
  /** UPLOAD_LIMITS by default. */
  readonly limits?: UploadLimits | undefined
}

/** Applying online: drafts, their files, mandates, and the way from a draft to an application. */
export function composeApplying(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
  { quarantine, renderer, limits = UPLOAD_LIMITS }: ApplyingOptions,
): { readonly sweep: (regionCode: number) => Promise<number> } {
  const { db, reference, clock, portalUrl } = context
  const uploads = createUploadStore(
    db,
    limits,
    quarantine?.examine ?? null,
    async (check) => await saveMaterialCheck(db, check),
  )
  const accounts = async (regionCode: number, identity: string) =>
    await accountsWith(db, regionCode, identity)
  mandateRoutes(http, httpContext, { reference, accountsWith: accounts })
  guardianRoutes(http, httpContext, { reference, accountsWith: accounts })
  applyingRoutes(http, httpContext, {
    db,
    reference,
    clock,
    regionCode: httpContext.regionCode,
    secureCookies: httpContext.secureCookies,
    portalUrl,
    forms: context.forms ?? { findInForce: () => undefined, findVersion: () => undefined },
    limits,
    uploads,
    procedure: procedureOf(context, renderer !== null),
    mandates: {
      find: async (regionCode, mandateId) => await loadMandate(db, regionCode, mandateId),
      ask: mandateAllows,
    },
    accountsWith: accounts,
    qr: (text) => qrCodeSvg(projectRoot(), text),
    stampCopy: async (pdf, watermark) => {
      if (renderer === null) throw new Error('A copy is stamped only where papers are made')
      return await stampCopy(renderer, pdf, watermark)
    },
  })
  return { sweep: async (regionCode) => await sweepDrafts(db, regionCode, clock(regionCode)) }
}

/** The procedure's own road, for drafts. */
function procedureOf(context: ApplicationContext, makesPapers: boolean): Procedure {
  const { db, reference } = context
  return {
    receive: async (session, origin, receipt) => {
      const { applicationId, commandId, itemId, at, ...rest } = receipt
      const answer = answerTo(
        await handleCommand(context, {
          regionCode: session.regionCode,
          applicationId,
          commandId,
          expectedVersion: 0,
          commander: commanderFrom(session, origin),
          command: {
            type: 'ReceiveApplication',
            by: session.actor,
            at,
            itemId: itemId as ServiceItemId,
            renews: null as ApplicationId | null,
            ...rest,
          },
        }),
      )
      return answer.ok ? { ok: true, value: answer.value } : answer
    },
    attach: async (session, origin, applicationId, upload, at) =>
      await attachFile(context, session, origin, applicationId, upload, at),
    ofPerson: async (regionCode, identity) => await earlierApplications(db, regionCode, identity),
    mayRead: async (session, applicationId) => {
      const { application } = await loadApplication(db, {
        regionCode: session.regionCode,
        applicationId,
        commandId: newId(),
      })
      if (application.status === 'not-lodged')
        return refuse('application-not-found', '没有这件办件，请核对办件编号。')
      return (await mayRead(context, session.regionCode, session.actor, application))
        ? null
        : { ok: false, violation: { code: 'not-your-application' } }
    },
    certificate: async (regionCode, applicationId) => {
      if (!makesPapers) return undefined
      const sealed = await sealedCertificate(db, regionCode, applicationId)
      return sealed === undefined
        ? undefined
        : { pdf: sealed.pdf, issuer: reference.getOrganisation(sealed.departmentId).name }
    },
  }
}

const MOST_ATTEMPTS = 5

/** Under the upload's own id as command: again it is one. A record or a clerk's first look in between changes nothing. */
async function attachFile(
  context: ApplicationContext,
  session: Session,
  origin: string,
  applicationId: string,
  { uploadId, material, name, mediaType, size, sha256 }: StoredUpload,
  at: Instant,
) {
  const { regionCode, actor } = session
  for (let attempt = 0; ; attempt += 1) {
    const { head } = await loadApplication(context.db, {
      regionCode,
      applicationId,
      commandId: newId(),
    })
    const answer = answerTo(
      await handleCommand(context, {
        regionCode,
        applicationId,
        commandId: uploadId,
        expectedVersion: head.version,
        commander: commanderFrom(session, origin),
        command: {
          type: 'AttachMaterial',
          by: actor,
          at,
          material,
          fileId: uploadId,
          name,
          mediaType: mediaType ?? '',
          size,
          sha256: sha256 ?? '',
        },
      }),
    )
    if (answer.ok) return null
    if (answer.violation.code !== 'changed-meanwhile' || attempt >= MOST_ATTEMPTS) return answer
  }
}

function commanderFrom({ actor, postOpen, training }: Session, origin: string) {
  return { actor, standing: { postOpen, training }, origin }
}
