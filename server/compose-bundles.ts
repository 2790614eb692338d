import type { FastifyInstance } from 'fastify'
import { ABA_BUNDLES } from '../catalogue/aba/load-bundles.ts'
import { decide } from '../domain/application/decide.ts'
import type { ReceiveApplication } from '../domain/application/commands.ts'
import type { DraftApplicant } from '../domain/drafts/draft-content.ts'
import { checkApplicant, resolveApplicant } from '../domain/drafts/resolve-applicant.ts'
import { isUnderFourteen } from '../domain/mandate/age.ts'
import { localDateOf } from '../domain/shared/local-date.ts'
import type { ServiceItemId } from '../domain/shared/ids.ts'
import { partyOfAccount } from './access/party-of-account.ts'
import { answerTo } from './application/answer.ts'
import type { ApplicationContext, AwaitedResults } from './application/application-context.ts'
import { awaitedBy } from './application/awaited-by.ts'
import { factsOf } from './application/facts-of.ts'
import { handleCommand } from './application/handle-command.ts'
import { loadApplication } from './application/load-application.ts'
import { mandateFor } from './application/mandate-for.ts'
import { readHandling } from './application/material-check.ts'
import { mayRead } from './application/may-read.ts'
import { awaitedResults } from './bundles/awaited-results.ts'
import { bundleRoutes } from './bundles/bundle-routes.ts'
import type { BundlesContext, Child, PartReceipt } from './bundles/bundles-context.ts'
import { sweepBundleDrafts } from './bundles/drafts/bundle-draft-row.ts'
import { fullPinyin } from './catalogue/full-pinyin.ts'
import type { Database } from './database/connect.ts'
import { queryCodeOf } from './database/query-code.ts'
import type { ReferenceData } from './database/reference-data.ts'
import { newId } from './event-log/chain.ts'
import type { HttpContext } from './http/http-context.ts'
import { refuse } from './http/refusal.ts'
import type { Session } from './http/session.ts'
import { accountsWith } from './mandates/accounts-with.ts'
import { loadMandate } from './mandates/load-mandate.ts'

/** 一件事 over the procedure's own road: judged whole, then received part by part. */
export function composeBundles(
  server: FastifyInstance,
  http: HttpContext,
  context: ApplicationContext,
): { readonly sweep: (regionCode: number) => Promise<number> } {
  const { db, reference, forms, clock } = context
  bundleRoutes(server, {
    http,
    reference,
    bundles: ABA_BUNDLES.filter(({ itemIds }) =>
      itemIds.every((itemId) => reference.findItem(itemId) !== undefined),
    ),
    findForm: (formId) => forms?.findInForce(formId),
    applicantOf: async (session, typed, mandateId) =>
      await applicantOf(context, session, typed, mandateId),
    applicantOfDraft: applicantOfDraft(context),
    judge: judgeOf(context),
    receive: receiveOf(context),
    loadChildren: async (regionCode, applicationIds) =>
      await loadChildren(context, regionCode, applicationIds),
    mayRead: async ({ regionCode, actor }, application) =>
      await mayRead(context, regionCode, actor, application),
    awaited: async (regionCode, application) => await awaitedBy(context, regionCode, application),
    pinyin: fullPinyin,
  })
  return { sweep: async (region) => await sweepBundleDrafts(db, region, clock(region)) }
}

/** Asked before a part of a bundle is granted. */
export function awaitedResultsOf(db: Database, reference: ReferenceData): AwaitedResults {
  return async (regionCode, application) =>
    await awaitedResults(db, reference, ABA_BUNDLES, regionCode, application)
}

const IDENTITY_SHARED = refuse(
  'identity-shared',
  '这个证件号码另有账号或者办件使用，为保护权益暂不能网上提交。请持证件到窗口核实，填写的内容已保留。',
)
const GUARDIAN_REQUIRED = refuse(
  'guardian-required',
  '未满 14 周岁的，由监护人办理：请监护人登录自己的账号，登记监护关系后为您提交。',
)

const MANDATE_GONE = {
  violation: {
    code: 'mandate-invalid',
    why: '这份授权已不存在，请重新选择授权，或者由申请人本人办理。',
  },
} as const

/** As for a single application online: nobody under fourteen, and no identity that several accounts claim. */
async function applicantOf(
  { db, clock }: ApplicationContext,
  { regionCode, actor }: Session,
  typed: DraftApplicant,
  mandateId: string | null,
) {
  const today = localDateOf(clock(regionCode))
  const isCitizen = actor.role === 'applicant'
  const mandate = mandateId === null ? null : await loadMandate(db, regionCode, mandateId)
  // Without it the applicant would silently be somebody else: whoever sends it.
  if (mandateId !== null && mandate === null) return MANDATE_GONE
  const applicant = resolveApplicant(typed, isCitizen ? actor : null, mandate)
  if (isCitizen) {
    const { identity } = actor
    if (identity === undefined || (await accountsWith(db, regionCode, identity)) > 1)
      return IDENTITY_SHARED
    if (isUnderFourteen(identity, today)) return GUARDIAN_REQUIRED
  }
  // At the counter nobody has to have a telephone.
  const faults = checkApplicant(applicant, today).filter(
    ({ field }) => isCitizen || field !== 'phone',
  )
  if (faults.length === 0) return applicant
  return refuse('invalid-input', '申请人信息没有填好，请按提示补齐后再提交。', {
    fields: faults.map(({ field, message }) => ({ field: `applicant.${field}`, message })),
  })
}

/** As the clerk reads it, to be held against the document on the counter. */
function applicantOfDraft({ db }: ApplicationContext): BundlesContext['applicantOfDraft'] {
  return async (regionCode, { accountId, content: { applicant: typed, mandateId } }) => {
    const mandate = mandateId === null ? null : await loadMandate(db, regionCode, mandateId)
    const own = accountId === null ? undefined : await partyOfAccount(db, regionCode, accountId)
    if (mandate === null && own === undefined) return typed
    const { kind, name, identityType, identityNumber } = resolveApplicant(
      typed,
      own ?? null,
      mandate,
    )
    return { ...typed, kind, name, identityType, identityNumber }
  }
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
    if (!answer.ok) return { violation: answer.violation }
    const { number, notices } = answer.value
    const slip = notices.find(({ kind }) => kind === 'receipt-slip')
    return {
      number,
      queryCode: await queryCodeOf(context.db, session.regionCode, part.applicationId),
      notice: slip === undefined ? null : { noticeId: slip.noticeId, title: slip.title },
    }
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
      const [{ application, number, head }, handling] = await Promise.all([
        loadApplication(db, { regionCode, applicationId, commandId }),
        readHandling(db, regionCode, applicationId),
      ])
      return { applicationId, application, number, version: head.version, handling }
    }),
  )
  return loaded.flatMap(({ application, ...child }) =>
    application.status === 'not-lodged' ? [] : [{ ...child, application }],
  )
}
