import { uuidv7 } from 'uuidv7'
import type { HttpClient } from '../http-client.ts'
import type { LifeStep } from '../life/life-steps.ts'
import type { Cookies } from '../sign-in.ts'

/** One command or list, by when it was sent and how long it took; `failed` is the answer that was not 200. */
export type Sent = {
  readonly what: string
  readonly at: number
  readonly milliseconds: number
  readonly failed: string | null
}

export type Meanwhile = {
  readonly sent: readonly Sent[]
  readonly stop: () => Promise<void>
}

type Office = {
  readonly client: HttpClient
  readonly cookies: Cookies
  readonly lives: readonly (readonly LifeStep[])[]
  readonly atOnce: number
}

const LISTS = ['/api/worklists', '/api/applications?q=%E7%A4%BA%E4%BE%8B']

/** Plays lives and reads lists without pause until it is stopped; a failure is noted and the next life begun. */
export function workMeanwhile({ client, cookies, lives, atOnce }: Office): Meanwhile {
  const sent: Sent[] = []
  let isGoing = true
  let next = 0

  async function send(what: string, request: Parameters<HttpClient['send']>[0]): Promise<boolean> {
    const at = performance.now()
    const answer = await client
      .send(request)
      .catch((error: unknown) => ({ status: 0, body: Buffer.from(String(error)) }))
    const failed =
      answer.status === 200 ? null : `${answer.status} ${answer.body.toString().slice(0, 200)}`
    sent.push({ what, at, milliseconds: performance.now() - at, failed })
    return failed === null
  }

  async function player(): Promise<void> {
    while (isGoing) {
      const steps = lives[next++ % lives.length] ?? []
      const applicationId = uuidv7()
      for (const [expectedVersion, { name, person, fields }] of steps.entries()) {
        if (!isGoing) return
        const cookie = cookies.get(person.username) ?? ''
        const commandId = uuidv7()
        const isReceipt = name === 'receive'
        const isDone = await send(name, {
          method: 'POST',
          path: isReceipt ? '/api/applications' : `/api/applications/${applicationId}/${name}`,
          cookie,
          body: { ...fields, commandId, ...(isReceipt ? { applicationId } : { expectedVersion }) },
        })
        if (!isDone) break
        const path = LISTS[next % LISTS.length] ?? ''
        if (expectedVersion % 3 === 0) await send('list', { method: 'GET', path, cookie })
      }
    }
  }

  const players = Promise.all(Array.from({ length: atOnce }, player))
  return {
    sent,
    stop: async () => {
      isGoing = false
      await players
    },
  }
}
