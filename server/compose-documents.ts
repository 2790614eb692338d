import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { appendRecord } from './application/append-record.ts'
import type { ApplicationContext } from './application/application-context.ts'
import { loadApplication } from './application/load-application.ts'
import { previewRoute } from './application/preview.ts'
import { mayRead } from './application/may-read.ts'
import { documentReactions } from './documents/document-reactions.ts'
import type { DocumentsContext } from './documents/documents-context.ts'
import { draftPapers } from './documents/draft-papers.ts'
import { createRenderer, type Renderer } from './documents/render-document.ts'
import { documentRoutes } from './documents/routes.ts'
import { newId } from './event-log/chain.ts'
import { guidePrintRoutes } from './guide-print/guide-print-routes.ts'
import { warmUp } from './documents/warm-up.ts'
import type { HttpContext } from './http/http-context.ts'
import { createReactionRunner } from './reactions/run-reactions.ts'
import type { SealProvider } from './sealing/seal-provider.ts'
import { createTestSealProvider } from './sealing/test-seal-provider.ts'

/** One process makes a hundred papers a second; a second one would read all fonts once more. */
const TYPESETTERS = 1

export type DocumentOptions = {
  readonly dataFolder: string
  readonly passphrase: string | undefined
  readonly severalServers?: boolean
  /** Hears which roots the seals stand on before anything is sealed; may refuse. */
  readonly beforeSealing?: (authorities: readonly string[]) => Promise<void>
}

/** What puts papers of another database on the same desk: a trial's. */
export type PaperTools = { readonly renderer: Renderer; readonly seals: SealProvider }

/** Paper and seals: the typesetter, the seal provider, and the runner that puts every notice on paper. */
export async function composeDocuments(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
  { dataFolder, passphrase, severalServers = false, beforeSealing }: DocumentOptions,
) {
  const { db, reference, portalUrl, clock } = context
  const renderer = createRenderer({
    cacheFolder: path.join(dataFolder, 'cache'),
    workers: TYPESETTERS,
  })
  const seals = createTestSealProvider({
    folder: path.join(dataFolder, 'seals'),
    ...(passphrase === undefined ? {} : { passphrase }),
    departmentName: (id) => reference.getOrganisation(id).name,
    draw: renderer.seal,
  })
  const documents: DocumentsContext = {
    db,
    reference,
    renderer,
    seals,
    portalUrl,
    clock,
    appendRecord: async (regionCode, applicationId, event) =>
      await appendRecord(context, regionCode, applicationId, event.noticeId, event),
    loadState: async (regionCode, applicationId) => {
      const { application, number, confirmedSealMode } = await loadApplication(db, {
        regionCode,
        applicationId,
        commandId: newId(),
      })
      return application.status === 'not-lodged'
        ? undefined
        : { application, number, confirmedSealMode }
    },
    mayRead: async ({ regionCode, actor }, application) =>
      await mayRead(context, regionCode, actor, application),
  }
  // A wrong passphrase is found now, not at the first notice.
  await seals.certificateOf('acceptance-seal').catch((error: unknown) => {
    throw new Error('印章私钥打不开，请核对 YICHUANG_SEAL_PASSPHRASE 与数据文件夹是否配套。', {
      cause: error,
    })
  })
  await beforeSealing?.(await seals.trustedAuthorities())
  documentRoutes(http, httpContext, documents)
  guidePrintRoutes(http, httpContext, {
    reference,
    portalUrl,
    findForm: (formId) => context.forms?.findInForce(formId),
    typeset: renderer.sheet,
  })
  previewRoute(
    http,
    httpContext,
    context,
    async ({ applicationNumber, ...planned }) =>
      await draftPapers(documents, { ...planned, number: applicationNumber }),
  )
  const runner = createReactionRunner({
    db,
    regionCodes: [httpContext.regionCode],
    handlers: documentReactions(documents),
    log: http.log,
    isOnlyServer: !severalServers,
  })
  runner.start()
  // The first clerk of the day does not wait for fonts and keys; if it fails, the first paper makes them.
  const warm = warmUp(documents).catch(() => http.log.warn('The typesetter could not be warmed up'))
  return {
    papers: { renderer, seals } satisfies PaperTools,
    hint: () => runner.hint(),
    close: async () => {
      await warm
      await runner.stop()
      await renderer.close()
    },
  }
}
