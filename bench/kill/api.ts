import { setTimeout as wait } from 'node:timers/promises'
import { DEMONSTRATION_PASSWORD } from '../../server/demonstration/prepare-demonstration.ts'

/** Status 0: no answer came. A file comes as bytes. */
export type Answer = { readonly status: number; readonly body: unknown }

export type Api = {
  /** Sends once, in the person's session. */
  readonly send: (
    username: string,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ) => Promise<Answer>
  /** Reads until an answer comes. */
  readonly read: (username: string, path: string) => Promise<Answer>
  readonly isReady: () => Promise<boolean>
  /** Commands sent and not yet answered. */
  readonly commandsInFlight: () => number
  readonly tally: {
    readonly statuses: ReadonlyMap<number, number>
    readonly sessionsLost: number
    /** What the server answered with a bug's 500, by method and path without ids. */
    readonly internalErrors: readonly string[]
  }
}

/** Milliseconds: longer than the server waits for its database. */
const PATIENCE_MS = 20_000
const PAUSE_MS = 150

/** True where nobody knows whether the server acted: the same command id must be sent again. */
export function isUnanswered({ status }: Answer): boolean {
  return status === 0 || status >= 500
}

/** What a browser does, for many people at once: a session each, and no knowledge of what happens to the server. */
export function openApi(base: string, signal: AbortSignal): Api {
  const sessions = new Map<string, Promise<string>>()
  const statuses = new Map<number, number>()
  const internalErrors: string[] = []
  let inFlight = 0
  let sessionsLost = 0

  async function fetchOnce(path: string, init: RequestInit): Promise<Answer & { cookie: string }> {
    try {
      const response = await fetch(base + path, {
        ...init,
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      })
      // A body cut off half-way is no answer either.
      const isJson = response.headers.get('content-type')?.includes('json') ?? false
      const body: unknown = isJson
        ? await response.json()
        : Buffer.from(await response.arrayBuffer())
      const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
      return { status: response.status, body, cookie }
    } catch {
      signal.throwIfAborted()
      return { status: 0, body: undefined, cookie: '' }
    }
  }

  async function signIn(username: string): Promise<string> {
    for (;;) {
      const answer = await fetchOnce('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-yichuang': '1' },
        body: JSON.stringify({ username, password: DEMONSTRATION_PASSWORD }),
      })
      if (answer.status === 200) return answer.cookie
      if (!isUnanswered(answer) && answer.status !== 429)
        throw new Error(`${username} cannot sign in: ${JSON.stringify(answer.body)}`)
      await wait(PAUSE_MS)
    }
  }

  function cookieOf(username: string): Promise<string> {
    const known = sessions.get(username) ?? signIn(username)
    sessions.set(username, known)
    return known
  }

  async function send(
    username: string,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<Answer> {
    const cookie = await cookieOf(username)
    if (method === 'POST') inFlight += 1
    try {
      const answer = await fetchOnce(path, {
        method,
        headers: {
          cookie,
          'x-yichuang': '1',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status === 500)
        internalErrors.push(`${method} ${path.replace(/[0-9a-f-]{36}/g, ':id')}`)
      if (answer.status !== 401) return answer
      sessionsLost += 1
      sessions.delete(username)
      return { status: 0, body: undefined }
    } finally {
      if (method === 'POST') inFlight -= 1
    }
  }

  return {
    send,
    read: async (username, path) => {
      for (;;) {
        const answer = await send(username, 'GET', path)
        if (!isUnanswered(answer)) return answer
        await wait(PAUSE_MS)
      }
    },
    isReady: async () => (await fetchOnce('/ready', {})).status === 200,
    commandsInFlight: () => inFlight,
    tally: {
      statuses,
      internalErrors,
      get sessionsLost() {
        return sessionsLost
      },
    },
  }
}
