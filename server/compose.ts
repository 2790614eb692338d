import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ABA_LIFE_EVENTS, ABA_TOPICS } from '../catalogue/aba/load-headings.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { localDateOf } from '../domain/shared/local-date.ts'
import { accessRoutes } from './access/access-routes.ts'
import { createSessions } from './access/session-store.ts'
import { applyLawTo } from './application/apply-law-to.ts'
import type { ApplicationContext } from './application/application-context.ts'
import type { ReaderKeys } from './application/identity-entry.ts'
import { recomputeDueDates } from './application/recompute-due-dates.ts'
import { refreshItem } from './application/refresh-row.ts'
import { applicationRoutes } from './application/routes.ts'
import type { TryGuide } from './catalogue/catalogue-context.ts'
import { calendarRoutes } from './catalogue/calendar-routes.ts'
import { itemRoutes } from './catalogue/item-routes.ts'
import { organisationRoutes } from './catalogue/organisation-routes.ts'
import { sealModeRoutes } from './catalogue/seal-mode-routes.ts'
import { composeApplying } from './compose-applying.ts'
import { composeCatalogue } from './compose-catalogue.ts'
import { composeCitizens, type CitizenSetting, type ComposedCitizens } from './compose-citizens.ts'
import { composeDocuments, type DocumentOptions, type PaperTools } from './compose-documents.ts'
import { awaitedResultsOf, composeBundles } from './compose-bundles.ts'
import { composeForms } from './compose-forms.ts'
import { composeBooking, type ComposedBooking } from './compose-booking.ts'
import { composeHall, type ComposedHall } from './compose-hall.ts'
import { composeLockers } from './compose-lockers.ts'
import { composeOffline } from './compose-offline.ts'
import { bindOfflineReceipt } from './hall/bind-offline-receipt.ts'
import { mergeTakenTicket, mergeTicketAct } from './hall/merge-offline.ts'
import { composeLive } from './compose-live.ts'
import { composeUploads } from './compose-uploads.ts'
import { composeVoices, rateAsApplicant } from './compose-voices.ts'
import type { Database } from './database/connect.ts'
import type { ReferenceData } from './database/reference-data.ts'
import { applyLawUntil } from './deadlines/run-deadlines.ts'
import { closingConnections } from './http/closing-connections.ts'
import type { HttpContext } from './http/http-context.ts'
import { createHttpServer } from './http/http-server.ts'
import { exportRoutes } from './exports/routes.ts'
import { findingRoutes } from './supervision/finding-routes.ts'
import { makeRatingLink } from './ratings/rating-links.ts'
import { tellOfAnswer } from './tell-of-answer.ts'
import { trailRoutes } from './trail/routes.ts'
import type { UploadLimits } from '../domain/upload/upload-limits.ts'
import { mandateSource } from './mandates/mandate-source.ts'
import type { Quarantine, QuarantineSetting } from './uploads/quarantine.ts'

export type ServerOptions = {
  readonly db: Database
  readonly reference: ReferenceData
  readonly regionCode: number
  /** Only a rehearsal answers anything but now. */
  readonly clock: (regionCode: number) => Instant
  readonly portalUrl: string
  readonly secureCookies: boolean
  readonly behindProxy?: boolean
  /** Every rate limit is multiplied by it; 0, the default, is none. */
  readonly rateLimit?: number
  /** The virus scanner that uploads go through; absent: none. */
  readonly quarantine?: QuarantineSetting
  /** What files of drafts may take; UPLOAD_LIMITS by default. */
  readonly uploadLimits?: UploadLimits
  /** Identity readers whose signature counts; absent: none. */
  readonly readerKeys?: ReaderKeys | undefined
  readonly demonstration: { readonly password: string } | null
  /** Text messages, e-mail, the identity provider; absent: none of them. */
  readonly citizens?: CitizenSetting
  readonly logLevel: string
  /** Where log lines go; standard output by default. */
  readonly logTo?: { write(line: string): void }
  readonly webFolder?: string
  /** Null: notices are numbered and frozen, but nobody puts them on paper (a rehearsal). */
  readonly documents: DocumentOptions | null
  /** Where guides are tried before they are published; absent: this server publishes none. */
  readonly openTrial?: (papers: PaperTools | null) => TryGuide
  /** Other servers work on the same database. Default false. */
  readonly severalServers?: boolean
}

export type ComposedServer = {
  readonly http: FastifyInstance
  readonly quarantine: Quarantine | null
  readonly applicationContext: ApplicationContext
  readonly citizens: ComposedCitizens
  readonly hall: ComposedHall
  readonly booking: ComposedBooking
  /** Versions of items and guides whose day has come take over; answers how many. */
  readonly switchVersions: (regionCode: number) => Promise<number>
  /** Takes over forms that another server has published; false: there are none. */
  readonly lookForForms: () => Promise<boolean>
  /** Drafts that nobody touched, uploads broken off; answers how many went. */
  readonly sweepDrafts: (regionCode: number) => Promise<number>
  /** Everything that falls due by itself until then, on every application of the region. */
  readonly applyLawUntil: (regionCode: number, until: Instant) => Promise<number>
  /** Tells proxies to send nothing more, and goes on answering until it is closed. */
  readonly drain: () => void
  readonly close: () => Promise<void>
}

/** Where the capabilities meet: each is given what it needs and knows no other. */
export async function composeServer(options: ServerOptions): Promise<ComposedServer> {
  const { db, reference, regionCode, clock, portalUrl, secureCookies, demonstration } = options
  const { severalServers = false } = options
  reference.followDay(() => localDateOf(clock(regionCode)))
  const httpContext: HttpContext = {
    db,
    clock,
    regionCode,
    secureCookies,
    sessions: createSessions(db, Date.now, { isOnlyServer: !severalServers }),
    demonstration,
  }
  const http = await createHttpServer(httpContext, options)
  const lastAnswers = closingConnections(http)
  const hinted: ((regionCode: number) => void)[] = []
  const live = composeLive(http, httpContext, db, severalServers, (region) => {
    for (const look of hinted) look(region)
  })
  const wake: ((regionCode: number) => void)[] = [live.hint]
  const forms = await composeForms(httpContext, reference)
  const context: ApplicationContext = {
    db,
    reference,
    clock,
    portalUrl,
    forms: forms.shelf,
    mandates: mandateSource(db),
    awaitedResults: awaitedResultsOf(db, reference),
    readerKeys: options.readerKeys,
    countBeside: async (region, list) =>
      list === 'to-follow-up' ? await hall.openFollowUps(region) : 0,
    onCommit: (region) => {
      for (const hint of wake) hint(region)
    },
  }
  accessRoutes(http, httpContext)
  const citizens = await composeCitizens(http, httpContext, context, options.citizens)
  itemRoutes(http, httpContext, reference, { topics: ABA_TOPICS, lifeEvents: ABA_LIFE_EVENTS })
  organisationRoutes(http, httpContext, reference)
  forms.mount(http)
  sealModeRoutes(
    http,
    httpContext,
    reference,
    async (region, itemId) => await refreshItem(context, region, itemId),
  )
  calendarRoutes(http, httpContext, reference, async (region, before) => {
    const moved = await recomputeDueDates(context, region, before)
    await booking.closeBookings(region)
    return moved
  })
  applicationRoutes(http, httpContext, context)
  const quarantine = composeUploads(http, httpContext, context, options.quarantine)
  findingRoutes(http, httpContext)
  composeVoices(http, httpContext, context, {
    onAnswered: tellOfAnswer(citizens.sendMessage),
    sendCode: citizens.sendEnquiryCode,
  })
  const hall = composeHall(http, httpContext, {
    reference,
    severalServers,
    onCommit: live.tellOthers,
    rateAsApplicant: rateAsApplicant(context),
  })
  hinted.push(hall.hint)
  const kioskOf = async (request: FastifyRequest) => {
    const device = await hall.findDevice(regionCode, request)
    return device?.kind === 'kiosk' ? device : undefined
  }
  composeLockers(http, httpContext, context, kioskOf)
  composeOffline(http, httpContext, context, {
    kioskOf,
    tickets: {
      take: async (region, ticket) =>
        await mergeTakenTicket({ db, clock, store: hall.store }, region, ticket),
      act: async (session, act) =>
        await mergeTicketAct({ db, clock, store: hall.store }, session, act),
    },
    bindReceipt: async (receipt) => await bindOfflineReceipt(db, receipt),
  })
  const booking = composeBooking(http, httpContext, {
    reference,
    hall,
    sendMessage: citizens.sendMessage,
  })
  citizens.offerRatings(async (...contact) => await makeRatingLink(db, ...contact))
  const bundles = composeBundles(http, httpContext, context)
  exportRoutes(http, httpContext, reference)
  trailRoutes(http, httpContext)
  const documents =
    options.documents === null
      ? null
      : await composeDocuments(http, httpContext, context, {
          ...options.documents,
          severalServers,
        }).catch(async (error: unknown) => {
          // Keys that differ end the start here; a connection that listens would keep the process.
          await live.close()
          throw error
        })
  if (documents !== null) wake.push(() => documents.hint())
  const papers = documents?.papers ?? null
  const applying = composeApplying(http, httpContext, context, {
    quarantine,
    renderer: papers?.renderer ?? null,
    limits: options.uploadLimits,
  })
  const catalogue = composeCatalogue(http, httpContext, context, {
    forms: forms.publishing,
    tryGuide: options.openTrial?.(papers) ?? null,
  })
  const law = async (region: number, applicationId: string, until: Instant) =>
    await applyLawTo(context, region, applicationId, until)
  return {
    http,
    quarantine,
    applicationContext: context,
    citizens,
    hall,
    booking,
    lookForForms: forms.shelf.look,
    switchVersions: catalogue.switchDue,
    sweepDrafts: async (region) => (await applying.sweep(region)) + (await bundles.sweep(region)),
    applyLawUntil: async (region, until) => await applyLawUntil(db, law, region, until),
    drain: () => {
      http.announceStop()
      lastAnswers.begin()
    },
    close: async () => {
      hall.close()
      await quarantine?.stop()
      await http.close()
      await documents?.close()
      await citizens.close()
      await live.close()
    },
  }
}
