import {
  applicationCommands,
  previewCommand,
  type ApplicationCommandName,
} from '../../contract/application-commands.ts'
import type { FastifyInstance } from 'fastify'
import type { LodgedApplication, SealRoute } from '../../domain/application/application.ts'
import { decide } from '../../domain/application/decide.ts'
import type { NoticeDocument } from '../../domain/notice/notice.ts'
import type { HttpContext } from '../http/http-context.ts'
import { inputRefusal } from '../http/input-problems.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { ApplicationContext } from './application-context.ts'
import { toCommand } from './command-bodies.ts'
import { commanderOf } from './commander-of.ts'
import { awaitedBy } from './awaited-by.ts'
import { factsOf } from './facts-of.ts'
import { loadApplication } from './load-application.ts'
import { foldWithNotices } from './record-command.ts'

/** What an act would leave: the state after it, and the papers its events make. */
export type PlannedAct = {
  readonly regionCode: number
  readonly applicationId: string
  readonly applicationNumber: string
  readonly application: LodgedApplication
  readonly confirmedSealMode: SealRoute | null
  readonly notices: readonly NoticeDocument[]
  readonly makesCertificate: boolean
}
/** The papers as drafts: one SVG a page. */
export type RenderDrafts = (
  planned: PlannedAct,
) => Promise<{ kind: string; title: string; pages: string[] }[]>

/** Decides as the act would and shows the papers it would make; writes nothing. */
export function previewRoute(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
  renderDrafts: RenderDrafts,
): void {
  registerOperation(
    http,
    httpContext,
    previewCommand,
    async ({ params, body, session, request }) => {
      const name = Object.keys(applicationCommands).find(
        (known): known is ApplicationCommandName => known === params.command,
      )
      if (name === undefined) return refuse('unknown-command', '没有这个办理环节。')
      const parsed = applicationCommands[name].body.safeParse(body)
      if (!parsed.success) return { ok: false, violation: inputRefusal(parsed.error.issues) }
      const { regionCode, actor } = session
      const { applicationId } = params
      const now = context.clock(regionCode)
      const loaded = await loadApplication(context.db, {
        regionCode,
        applicationId,
        commandId: parsed.data.commandId,
      })
      const { application } = loaded
      if (application.status === 'not-lodged')
        return refuse('application-not-found', '没有这件办件，请核对办件编号。')
      const facts = factsOf({
        reference: context.reference,
        forms: context.forms,
        awaitedResults: await awaitedBy(context, regionCode, application),
        loaded,
        itemId: application.itemId,
        renews: null,
        standing: commanderOf(session, request).standing,
        now,
      })
      const decision = decide(toCommand(name, parsed.data as never, actor, now), application, facts)
      if (!decision.ok) return decision
      if (loaded.head.version !== parsed.data.expectedVersion)
        return { ok: false, violation: { code: 'changed-meanwhile', version: loaded.head.version } }
      const planned = foldWithNotices(context, { loaded, facts, events: decision.events })
      const papers = await renderDrafts({
        regionCode,
        applicationId,
        applicationNumber: loaded.number,
        application: planned.application,
        confirmedSealMode: loaded.confirmedSealMode,
        notices: planned.notices.map(({ document }) => document),
        makesCertificate: decision.events.some(({ type }) => type === 'CertificateMade'),
      })
      return { ok: true, value: { notices: papers } }
    },
  )
}
