import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import type { HttpClient } from '../http-client.ts'
import { percentiles, type Percentiles } from '../percentiles.ts'
import { type LiveListener, openListener } from '../live-listeners.ts'
import { usualSituation } from '../usual-situation.ts'

/** Milliseconds. */
const BETWEEN_COMMANDS = 150
const PATIENCE = 10_000

export type Reconnection = {
  /** Milliseconds until everybody has the feed's first byte, and until each heard of the next commit. */
  readonly firstBytes: Percentiles
  readonly failures: number
  /** From the answer to a command until its event is at each listener, milliseconds. */
  readonly callToScreen: Percentiles
  /** Events that did not arrive at some listener. */
  readonly lost: number
}

/** So many feeds open at once where they left off; then a clerk receives applications, and everybody hears of each. */
export async function reconnectAndListen(
  port: number,
  cookies: readonly string[],
  listeners: number,
  clerk: { readonly client: HttpClient; readonly cookie: string },
  commands: number,
): Promise<Reconnection> {
  const first = await openFeed(port, clerk.cookie)
  await receive(clerk)
  await until(() => first.heard.length > 0)
  const lastSeen = first.lastEventId()
  first.close()
  const opened = await Promise.allSettled(
    Array.from({ length: listeners }, (_, at) =>
      openFeed(port, cookies[at % cookies.length] ?? '', lastSeen),
    ),
  )
  const feeds = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const answered = new Map<string, number>()
  for (let at = 0; at < commands; at++) {
    answered.set(await receive(clerk), performance.now())
    await wait(BETWEEN_COMMANDS)
  }
  const everythingHeard = () => feeds.every((feed) => arrivalsOf(feed, answered).length >= commands)
  await until(everythingHeard)
  const waits = feeds.flatMap((feed) => arrivalsOf(feed, answered))
  for (const feed of feeds) feed.close()
  return {
    firstBytes: percentiles(feeds.map(({ firstByte }) => firstByte)),
    failures: listeners - feeds.length,
    callToScreen: percentiles(waits),
    lost: feeds.length * commands - waits.length,
  }
}

type Moved = { readonly applicationId: string }

async function openFeed(port: number, cookie: string, lastEventId?: string) {
  const read = (message: string): Moved | undefined => {
    const [, applicationId] = /"applicationId":"([^"]+)"/.exec(message) ?? []
    return applicationId === undefined ? undefined : { applicationId }
  }
  return await openListener({ port, path: '/api/live', headers: { cookie }, read, lastEventId })
}

/** The first event of each application; an event that is there before the answer counts as none late. */
function arrivalsOf(
  { heard }: LiveListener<Moved>,
  answered: ReadonlyMap<string, number>,
): readonly number[] {
  const arrived = new Map<string, number>()
  for (const { applicationId, at } of heard)
    if (!arrived.has(applicationId)) arrived.set(applicationId, at)
  return [...answered].flatMap(([applicationId, at]) => {
    const arrival = arrived.get(applicationId)
    return arrival === undefined ? [] : [Math.max(0, arrival - at)]
  })
}

async function receive({
  client,
  cookie,
}: {
  readonly client: HttpClient
  readonly cookie: string
}): Promise<string> {
  const applicationId = uuidv7()
  const { status, body } = await client.send({
    method: 'POST',
    path: '/api/applications',
    cookie,
    body: {
      commandId: uuidv7(),
      applicationId,
      itemId: 'aba-36',
      applicant: {
        kind: 'person',
        name: '张示例',
        identityType: 'id-card',
        identityNumber: '513201198805120015',
        phone: '13800000000',
        address: null,
        contactName: null,
      },
      channel: 'window',
      materials: {},
      insist: false,
      renews: null,
      situation: usualSituation('aba-36'),
    },
  })
  if (status !== 200) throw new Error(`A clerk cannot receive: ${status} ${body.toString()}`)
  return applicationId
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE
  while (!isSo() && performance.now() < end) await wait(20)
}
