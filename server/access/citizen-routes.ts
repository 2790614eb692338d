import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as contract from '../../contract/citizen-accounts.ts'
import {
  ASSURANCE_NAME,
  ASSURANCE_RULE_MARK,
  CITIZEN_DEEDS,
  CITIZEN_RULES,
  reaches,
} from '../../domain/access/assurance.ts'
import { maskEmail } from '../../domain/access/check-email.ts'
import { maskIdentity, maskPhone } from '../../domain/identifiers/mask.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { recordAccess } from '../http/access-audit.ts'
import type { HttpContext } from '../http/http-context.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { type Answer, registerOperation } from '../http/register-operation.ts'
import { sessionCookieOf } from '../http/session-cookie.ts'
import { createTokenBuckets } from '../http/token-bucket.ts'
import { beginSession } from './begin-session.ts'
import { changeContact, checkedContact, PURPOSE_OF } from './change-contact.ts'
import type { CitizenOptions } from './citizen-options.ts'
import { findCitizen, partsOfIdentity, type CitizenRow } from './citizen-rows.ts'
import { CODE_AGAIN, CODE_MINUTES, makeCode, type WantedCode } from './one-time-code.ts'
import { registerCitizen } from './register-citizen.ts'
import { resetPassword, resetTargetOf } from './recover-password.ts'
import { usernameOf } from './sign-in-lock.ts'

/** Codes and registrations of one address: a hall has one, a robot too. */
const OF_AN_ADDRESS = { burst: 120, perSecond: 0.5 } as const

type CodeSent = Promise<
  Answer<{ readonly codeId: string; readonly validMinutes: number; readonly againAfter: number }>
>

/** A citizen's own account: made, recovered, reached, and what its level allows. */
export function citizenRoutes(
  http: FastifyInstance,
  context: HttpContext,
  options: CitizenOptions,
): void {
  const { db, regionCode } = context
  const perAddress = createTokenBuckets(OF_AN_ADDRESS)

  function tooMany({ ip }: FastifyRequest) {
    const wait = Math.ceil(perAddress.take(ip))
    if (wait === 0) return undefined
    return refuse('too-many-attempts', `操作过于频繁，请 ${wait} 秒后再试。`, {
      retryAfterSeconds: wait,
    })
  }

  /** The answer is the same whether or not anything was sent, and does not wait for it. */
  async function send(channel: 'sms' | 'email', wanted: WantedCode): CodeSent {
    if (!options.channels.includes(channel)) return unavailable(channel)
    const made = await makeCode(db, regionCode, wanted)
    if (!made.ok) return made
    const { codeId, code } = made
    if (wanted.target !== null)
      options.sendCode({ channel, address: wanted.target, code, minutes: CODE_MINUTES })
    return { ok: true, value: { codeId, validMinutes: CODE_MINUTES, againAfter: CODE_AGAIN } }
  }

  registerOperation(http, context, contract.signInWays, async () => {
    const { provider, channels, simulated } = options
    const ways = { sms: channels.includes('sms'), email: channels.includes('email') }
    return await Promise.resolve({ ok: true, value: { provider, ...ways, simulated } })
  })

  registerOperation(http, context, contract.requestRegistrationCode, async (input) => {
    const limited = tooMany(input.request)
    if (limited) return limited
    const phone = checkedContact('phone', input.body.phone)
    if (!phone.ok) return phone
    const { value: target } = phone
    return await send('sms', { purpose: 'register', typed: target, target, accountId: null })
  })

  registerOperation(http, context, contract.registerCitizen, async ({ body, request, reply }) => {
    const limited = tooMany(request)
    if (limited) return limited
    const today = localDateOf(context.clock(regionCode))
    const made = await registerCitizen(db, regionCode, today, body)
    if (!made.ok) return made
    if (made.accountId === null) return { ok: true, value: { me: null, claim: made.claim } }
    const me = await beginSession(context, request, reply, made.accountId)
    await recordAccess(db, regionCode, {
      action: 'citizen-registered',
      actor: { accountId: made.accountId, name: body.name, role: 'applicant', body: 'public' },
      subjectId: made.accountId,
      detail: { assurance: 'L1' },
    })
    return { ok: true, value: { me, claim: null } }
  })

  registerOperation(http, context, contract.requestResetCode, async ({ body, request }) => {
    const limited = tooMany(request)
    if (limited) return limited
    const { account, by } = body
    const found = await resetTargetOf(db, regionCode, account, by)
    return await send(by === 'phone' ? 'sms' : 'email', {
      purpose: 'reset-password',
      typed: usernameOf(account),
      target: found?.target ?? null,
      accountId: found?.accountId ?? null,
    })
  })

  registerOperation(http, context, contract.resetPassword, async ({ body, request }) => {
    const limited = tooMany(request)
    if (limited) return limited
    const reset = await resetPassword(db, regionCode, body)
    if (!reset.ok) return reset
    const { accountId } = reset
    await context.sessions.closeAll(regionCode, accountId)
    await recordAccess(db, regionCode, {
      action: 'password-reset',
      actor: { accountId, name: '', role: 'applicant', body: 'public' },
      subjectId: accountId,
    })
    return { ok: true, value: {} }
  })

  registerOperation(http, context, contract.ownAccount, async ({ session }) => {
    const citizen = await findCitizen(db, regionCode, session.actor.accountId)
    if (!citizen) return NO_ACCOUNT
    return { ok: true, value: ownAccountOf(citizen, session.heldBack === true) }
  })

  registerOperation(http, context, contract.requestContactCode, async ({ body, session }) => {
    const checked = checkedContact(body.contact, body.to)
    if (!checked.ok) return checked
    const { accountId } = session.actor
    return await send(body.contact === 'phone' ? 'sms' : 'email', {
      purpose: PURPOSE_OF[body.contact],
      typed: `${accountId} ${checked.value}`,
      target: checked.value,
      accountId,
    })
  })

  registerOperation(http, context, contract.changeContact, async ({ body, session, request }) => {
    const { accountId, name } = session.actor
    const tellOld = async () =>
      await options.tell('contact-changed', { accountId, name, key: body.codeId })
    const changed = await changeContact(db, regionCode, accountId, body, tellOld)
    if (!changed.ok) return changed
    await context.sessions.closeAll(regionCode, accountId, sessionCookieOf(request, context))
    await recordAccess(db, regionCode, {
      action: 'contact-changed',
      actor: session.actor,
      subjectId: accountId,
      detail: { contact: changed.contact },
    })
    return { ok: true, value: {} }
  })
}

function unavailable(channel: 'sms' | 'email'): { ok: false; violation: Refusal } {
  return refuse(
    'codes-unavailable',
    channel === 'sms'
      ? '本系统还没有接通短信，暂时不能用短信验证码。请到综合窗口办理。'
      : '本系统还没有接通邮件，暂时不能用邮箱验证码。请改用手机，或者到综合窗口办理。',
  )
}

const NO_ACCOUNT = refuse('not-found', '没有这个账号的资料，请重新登录。')

function ownAccountOf(citizen: CitizenRow, heldBack: boolean) {
  const { name, identity, contactName, phone, email, assurance, providerLinked } = citizen
  const { identityType, identityNumber } = partsOfIdentity(identity)
  return {
    name,
    identityType,
    identityNumber: maskIdentity(identityType, identityNumber),
    contactName,
    phone: phone === null ? null : maskPhone(phone),
    email: email === null ? null : maskEmail(email),
    assurance,
    assuranceName: ASSURANCE_NAME[assurance],
    heldBack,
    providerLinked,
    deeds: CITIZEN_DEEDS.map((deed) => {
      const { least, note, name: deedName } = CITIZEN_RULES[deed]
      return { deed, name: deedName, allowed: reaches(assurance, least), least, note }
    }),
    rulesMark: ASSURANCE_RULE_MARK,
  }
}
