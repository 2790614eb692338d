import { forbidden, happened, type Outcome } from '../shared/outcome.ts'
import type { HallConfiguration } from './hall-configuration.ts'
import type { HallViolation } from './hall-violation.ts'
import type { PauseReason, WindowSession } from './window-session.ts'

export type WindowOrder =
  | { readonly act: 'sign-on' }
  | { readonly act: 'resume' }
  | { readonly act: 'sign-off' }
  | { readonly act: 'hand-over' }
  | { readonly act: 'pause'; readonly reason: PauseReason; readonly text: string }

/** Facts of a window; times in milliseconds since 1970. */
export type WindowEvent =
  | { readonly type: 'WindowSignedOn'; readonly session: WindowSession }
  | {
      readonly type: 'WindowPaused'
      readonly at: number
      readonly reason: PauseReason
      readonly text: string
    }
  | { readonly type: 'WindowResumed'; readonly at: number }
  | { readonly type: 'WindowSignedOff'; readonly at: number }
  /** Somebody else sits down; what the window has in hand and on hold stays there. */
  | {
      readonly type: 'WindowHandedOver'
      readonly session: WindowSession
      readonly fromName: string
    }

export const WINDOW_EVENT_NAME = {
  WindowSignedOn: '上岗',
  WindowPaused: '暂停服务',
  WindowResumed: '恢复服务',
  WindowSignedOff: '离岗',
  WindowHandedOver: '接班',
} as const satisfies Record<WindowEvent['type'], string>

export type Clerk = {
  readonly clerkId: string
  readonly name: string
  readonly training: readonly string[]
  /** The window of the account; null: none. */
  readonly ownWindow: number | null
}

export type WindowNow = {
  readonly now: number
  readonly windowId: number
  readonly sessions: ReadonlyMap<number, WindowSession>
  readonly configuration: Pick<HallConfiguration, 'windows' | 'posts'>
  /** Number of a ticket called, served or held at the window, if any. */
  readonly inHand: string | null
}

type Decision = Outcome<WindowEvent, HallViolation>

/** A clerk at one window only, a window with one clerk only. */
export function decideWindow(order: WindowOrder, by: Clerk, here: WindowNow): Decision {
  switch (order.act) {
    case 'sign-on':
      return signOn(by, here)
    case 'hand-over':
      return takeOver(by, here)
    case 'pause':
    case 'resume':
    case 'sign-off':
      return ofOwn(order, by, here)
  }
}

/** Windows where the clerk may sit: the account's own, and those of the roster's posts. */
export function mayWorkAt(
  windowId: number,
  { clerkId, ownWindow }: Pick<Clerk, 'clerkId' | 'ownWindow'>,
  { posts }: Pick<HallConfiguration, 'posts'>,
): boolean {
  return (
    ownWindow === windowId ||
    posts.some((post) => post.windowId === windowId && post.accountId === clerkId)
  )
}

function refusalToSit(
  by: Clerk,
  { windowId, sessions, configuration }: WindowNow,
): HallViolation | null {
  if (!configuration.windows.some((window) => window.windowId === windowId))
    return { code: 'unknown-window' }
  if (!mayWorkAt(windowId, by, configuration)) return { code: 'not-rostered' }
  // Domain rules §3: nobody sits at a window without the course of the Service Centre.
  if (!by.training.includes('etiquette')) return { code: 'etiquette-missing' }
  for (const session of sessions.values())
    if (session.clerkId === by.clerkId && session.windowId !== windowId)
      return { code: 'signed-on-elsewhere', windowId: session.windowId }
  return null
}

function signOn(by: Clerk, here: WindowNow): Decision {
  const refusal = refusalToSit(by, here)
  if (refusal !== null) return forbidden(refusal)
  const present = here.sessions.get(here.windowId)
  if (present?.clerkId === by.clerkId) return happened()
  if (present !== undefined) return forbidden({ code: 'window-taken', byName: present.clerkName })
  return happened({ type: 'WindowSignedOn', session: sessionOf(by, here) })
}

function takeOver(by: Clerk, here: WindowNow): Decision {
  const refusal = refusalToSit(by, here)
  if (refusal !== null) return forbidden(refusal)
  const present = here.sessions.get(here.windowId)
  if (present === undefined) return forbidden({ code: 'window-empty' })
  if (present.clerkId === by.clerkId) return happened()
  return happened({
    type: 'WindowHandedOver',
    session: sessionOf(by, here),
    fromName: present.clerkName,
  })
}

function sessionOf(by: Clerk, { windowId, now }: WindowNow): WindowSession {
  return {
    windowId,
    clerkId: by.clerkId,
    clerkName: by.name,
    training: by.training,
    signedOnAt: now,
    seenAt: now,
    paused: null,
  }
}

function ofOwn(
  order: Extract<WindowOrder, { act: 'pause' | 'resume' | 'sign-off' }>,
  by: Clerk,
  { windowId, sessions, inHand, now: at }: WindowNow,
): Decision {
  const session = sessions.get(windowId)
  if (session?.clerkId !== by.clerkId) return forbidden({ code: 'not-signed-on' })
  if (order.act === 'resume')
    return session.paused === null
      ? forbidden({ code: 'not-paused' })
      : happened({ type: 'WindowResumed', at })
  if (inHand !== null) return forbidden({ code: 'ticket-in-hand', number: inHand })
  if (order.act === 'sign-off') return happened({ type: 'WindowSignedOff', at })
  if (session.paused !== null) return forbidden({ code: 'already-paused' })
  if (order.reason === 'other' && order.text === '')
    return forbidden({ code: 'pause-reason-missing' })
  return happened({ type: 'WindowPaused', at, reason: order.reason, text: order.text })
}

/** The window after a fact; null: nobody sits there. */
export function evolveWindow(
  session: WindowSession | null,
  event: WindowEvent,
): WindowSession | null {
  switch (event.type) {
    case 'WindowSignedOn':
    case 'WindowHandedOver':
      return event.session
    case 'WindowSignedOff':
      return null
    case 'WindowPaused': {
      const { at, reason, text } = event
      return session && { ...session, seenAt: at, paused: { at, reason, text } }
    }
    case 'WindowResumed':
      return session && { ...session, seenAt: event.at, paused: null }
  }
}
