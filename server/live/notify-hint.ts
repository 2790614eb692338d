import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Database } from '../database/connect.ts'

export type NotifyHint = {
  /** Something was committed here: tells the other servers, soon and without anybody waiting for it. */
  readonly send: (regionCode: number) => void
  /** A session of the account ended here: feeds that it has at other servers end too. */
  readonly sendEnd: (regionCode: number, accountId: string) => void
  readonly close: () => Promise<void>
}

const CHANNEL = 'yichuang_commit'
const NOTIFY = 'select pg_notify($1, $2)'
const LONGEST_PAUSE_MS = 5_000
const FIRST_PAUSE_MS = 100

/**
 * Servers of one database wake each other after a commit. A hint only: whoever misses it finds the change at the next
 * poll, so a lost one costs half a second and nothing else. One statement is under way at a time; commits meanwhile share
 * the next.
 */
export function createNotifyHint(
  db: Database,
  onHint: (regionCode: number) => void,
  onEnd: (accountId: string) => void = () => undefined,
): NotifyHint {
  const own = randomUUID()
  /** What is said after the sender: `<region>`, or `<region> <account>`. */
  const waiting = new Set<string>()
  let sending = Promise.resolve()
  let isSending = false
  let closed = false
  let ear: PoolClient | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE_MS
  let opening = listen()

  async function listen(): Promise<void> {
    try {
      const client = await db.pool.connect()
      const lost = () => {
        if (ear !== client) return
        ear = undefined
        client.release(true)
        again()
      }
      client.on('error', lost)
      client.on('end', lost)
      client.on('notification', ({ payload = '' }) => {
        const [sender, region, accountId] = payload.split(' ')
        if (sender === own) return
        if (accountId === undefined) onHint(Number(region))
        else onEnd(accountId)
      })
      ear = client
      await client.query(`listen ${CHANNEL}`)
      pause = FIRST_PAUSE_MS
    } catch {
      const client = ear
      ear = undefined
      client?.release(true)
      again()
    }
  }

  function again(): void {
    if (closed) return
    clearTimeout(retry)
    retry = setTimeout(() => {
      opening = listen()
    }, pause)
    retry.unref()
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  }

  async function sendAll(): Promise<void> {
    isSending = true
    while (waiting.size > 0) {
      const said = [...waiting]
      waiting.clear()
      for (const one of said)
        await db.query(NOTIFY, [CHANNEL, `${own} ${one}`]).catch(() => undefined)
    }
    isSending = false
  }

  function say(said: string): void {
    if (closed) return
    waiting.add(said)
    if (!isSending) sending = sendAll()
  }

  return {
    send: (regionCode) => say(String(regionCode)),
    sendEnd: (regionCode, accountId) => say(`${regionCode} ${accountId}`),
    close: async () => {
      closed = true
      clearTimeout(retry)
      await sending
      await opening
      const client = ear
      ear = undefined
      client?.release(true)
    },
  }
}
