import type { FastifyInstance } from 'fastify'
import type { ContactKind } from '../domain/application/application.ts'
import { isMobile } from '../domain/identifiers/phone.ts'
import type { Channel } from '../domain/message/plan-delivery.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { beginSession } from './access/begin-session.ts'
import { citizenRoutes } from './access/citizen-routes.ts'
import { guardDeeds } from './access/guard-deeds.ts'
import { accountOfProvider } from './access/provider-account.ts'
import { windowCitizenRoutes } from './access/window-citizen-routes.ts'
import type { ApplicationContext } from './application/application-context.ts'
import { LAW } from './application/apply-law.ts'
import { readApplication } from './application/read-application.ts'
import { queryCodeHash } from './application/verify-code.ts'
import type { AskedEnquiry } from './enquiries/enquiries-context.ts'
import { recordAccess } from './http/access-audit.ts'
import type { HttpContext } from './http/http-context.ts'
import { clearMessages } from './messages/clear-messages.ts'
import { createCodeSender, createSecretSender, type Secret } from './messages/code-sender.ts'
import { createFollower } from './messages/follow-events.ts'
import { createMailSender } from './messages/mail-sender.ts'
import { KEEP_DAYS, type MessageSetting } from './messages/message-settings.ts'
import { messageRoutes } from './messages/routes.ts'
import { runDeliveries } from './messages/run-deliveries.ts'
import { runReports } from './messages/run-reports.ts'
import { storeMessage, type SendMessage } from './messages/send-message.ts'
import type { Sender } from './messages/sender.ts'
import { createSmsSender } from './messages/sms-sender.ts'
import { type SmsSimulator, startSmsSimulator } from './messages/sms-simulator.ts'
import type { OidcSetting } from './oidc/oidc-setting.ts'
import { OIDC_START, oidcRoutes } from './oidc/routes.ts'
import { boxOf } from './lockers/box-uses.ts'
import { type Progress, progressRoutes } from './progress/routes.ts'

export type CitizenSetting = {
  readonly messages?: MessageSetting
  readonly oidc?: OidcSetting | undefined
  /** Text messages go to a gateway that delivers to nobody: the demonstration. Where no other is set. */
  readonly simulateSms?: boolean
}

/** The one-time link of a service contact, an address of this site ; null: none is offered. */
export type RatingLinkOf = (
  regionCode: number,
  applicationId: string,
  contact: ContactKind,
) => Promise<string | null>

export type ComposedCitizens = {
  /** For whoever else has something to tell: consultations, drafts. Idempotent by `key`. */
  readonly sendMessage: SendMessage
  /** Ratings hand in how their links are made. */
  readonly offerRatings: (ratingLinkOf: RatingLinkOf) => void
  /** The code that opens an enquiry, to where its asker is reached; nobody else ever sees it. */
  readonly sendEnquiryCode: (asked: AskedEnquiry) => void
  readonly simulator: SmsSimulator | null
  /** Begins to make messages of what is committed from now on, or of all there was. */
  readonly openFollower: (fromStart: boolean) => Promise<{ readonly look: () => Promise<number> }>
  /** Sends what is due; answers how many were tried. */
  readonly sendDue: () => Promise<number>
  /** Keeps what providers report of messages that were sent; answers how many there were. */
  readonly readReports: () => Promise<number>
  /** Clears the words of messages whose time is over; answers how many. */
  readonly clearOld: () => Promise<number>
  readonly close: () => Promise<void>
}

type Told = { readonly accountId: string; readonly name: string; readonly key: string }

/** Citizens' accounts, their way in through a provider, progress without an account, and what they are told. */
export async function composeCitizens(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
  setting: CitizenSetting = {},
): Promise<ComposedCitizens> {
  const { db, regionCode } = httpContext
  const { portalUrl, reference } = context
  const { messages = {}, oidc, simulateSms = false } = setting
  const simulator = simulateSms && messages.sms === undefined ? await startSmsSimulator() : null
  const sms = messages.sms ?? (simulator && { ...simulator, signature: '【一窗演示】' })
  const senders: Readonly<Partial<Record<Channel, Sender>>> = {
    ...(sms !== null && { sms: createSmsSender(sms) }),
    ...(messages.mail !== undefined && { email: createMailSender(messages.mail) }),
  }
  const channels = Object.keys(senders) as Channel[]
  const sendMessage: SendMessage = async (request) => await storeMessage({ db, channels }, request)
  const tell = async (kind: 'contact-changed' | 'identity-verified', told: Told) =>
    await sendMessage({
      regionCode,
      kind,
      key: `${kind}:${told.key}`,
      to: { accountId: told.accountId, name: told.name },
      item: '',
      number: '',
      at: new Date().toISOString() as Instant,
    })
  guardDeeds(http)
  citizenRoutes(http, httpContext, {
    channels,
    sendCode: createCodeSender(senders, (error) =>
      http.log.warn({ error }, 'a one-time code could not be sent'),
    ),
    tell,
    provider: oidc ? { name: oidc.name, start: OIDC_START } : null,
    simulated: simulator !== null,
  })
  windowCitizenRoutes(http, httpContext, { tell })
  mountProvider(http, httpContext, oidc, portalUrl)
  progressRoutes(http, httpContext, {
    hashOf: queryCodeHash,
    read: async (region, applicationId) => await progressOf(context, region, applicationId),
  })
  messageRoutes(http, httpContext, () => simulator?.messages() ?? [])
  let ratingLinkOf: RatingLinkOf = async () => await Promise.resolve(null)
  return {
    sendMessage,
    offerRatings: (offered) => {
      ratingLinkOf = offered
    },
    sendEnquiryCode: enquiryCodeSender(
      channels,
      createSecretSender(senders, (error) =>
        http.log.warn({ error }, 'the code of an enquiry could not be sent'),
      ),
    ),
    simulator,
    openFollower: async (fromStart) =>
      await createFollower({
        db,
        regionCode,
        send: sendMessage,
        itemName: (itemId) => reference.getItem(itemId).name,
        portalUrl,
        ratingLinkOf: async (...contact) => await ratingLinkOf(...contact),
        fromStart,
      }),
    sendDue: async () => await runDeliveries({ db, regionCode, senders }),
    readReports: async () => await runReports({ db, regionCode, senders }),
    clearOld: async () => await clearMessages(db, regionCode, messages.keepDays ?? KEEP_DAYS),
    close: async () => {
      for (const sender of Object.values(senders)) sender.close()
      await simulator?.close()
    },
  }
}

/** By text message where there is a mobile and a gateway, else by e-mail, else by nothing: it stood on the screen. */
function enquiryCodeSender(
  channels: readonly Channel[],
  send: (secret: Secret) => void,
): (asked: AskedEnquiry) => void {
  return ({ number, kindName, phone, email, code }) => {
    const title = `${kindName}查询码`
    const text = `您提交的${kindName} ${number} 已经收到，查询码 ${code}。凭编号和查询码查看答复，请勿告诉他人。`
    if (channels.includes('sms') && phone !== null && isMobile(phone))
      send({ channel: 'sms', address: phone, title, text })
    else if (channels.includes('email') && email !== null)
      send({ channel: 'email', address: email, title, text })
  }
}

function mountProvider(
  http: FastifyInstance,
  httpContext: HttpContext,
  oidc: OidcSetting | undefined,
  portalUrl: string,
): void {
  const { db, regionCode, sessions } = httpContext
  oidcRoutes(
    http,
    httpContext,
    oidc === undefined
      ? null
      : {
          setting: oidc,
          portalUrl,
          admit: async (person, request, reply) => {
            const admitted = await accountOfProvider(db, regionCode, person)
            const { accountId, wasTakenOver, isNew } = admitted
            if (wasTakenOver) await sessions.closeAll(regionCode, accountId)
            sessions.forget(accountId)
            await beginSession(httpContext, request, reply, accountId)
            await recordAccess(db, regionCode, {
              action: isNew ? 'citizen-registered' : 'provider-linked',
              actor: { accountId, name: person.name, role: 'applicant', body: 'public' },
              subjectId: accountId,
              detail: { assurance: person.assurance, wasTakenOver },
            })
          },
        },
  )
}

/** Papers between government bodies are not the applicant's. */
const INTERNAL_NOTICES = ['sealing-letter', 'revocation-copy', 'supervision-order', 'circular']

/** The public part of the view, read as the law reads it: nobody's whole identity, no history, no words of anybody. */
async function progressOf(
  context: ApplicationContext,
  regionCode: number,
  applicationId: string,
): Promise<Progress | null> {
  const read = await readApplication(context, { regionCode, applicationId, commander: LAW })
  if (read === null || read === 'not-your-application') return null
  const { view } = read
  const { number, status, statusName, item, light, lightName, receivedOn, acceptedOn } = view
  const { step, pauses, due, ledger, correction, closure, notices } = view
  return {
    number,
    applicantName: view.applicant.name,
    status,
    statusName,
    item,
    light,
    lightName,
    receivedOn,
    acceptedOn,
    step,
    pauses,
    due,
    ledger,
    correction: correction && {
      outstanding: correction.outstanding.length,
      askedOn: correction.askedOn,
    },
    closedOn: closure?.on ?? null,
    lockerBox: await boxOf(context.db, regionCode, applicationId),
    notices: notices
      .filter(({ kind }) => !INTERNAL_NOTICES.includes(kind))
      .map(({ title, number: paper, dated }) => ({ title, number: paper, dated })),
  }
}
