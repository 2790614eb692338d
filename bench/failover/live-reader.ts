import { setTimeout as wait } from 'node:timers/promises'

export type LiveReader = {
  /** Cursors in the order they were heard. */
  readonly heard: readonly string[]
  /** Times the feed ended and was taken up again. */
  readonly resumed: () => number
  readonly stop: () => Promise<void>
}

/** What a browser's EventSource does with the live feed: comes back with the last id it heard whenever it ends. */
export async function readLive(
  base: string,
  cookie: string,
  {
    retryMs = 100,
    onHeard = () => undefined,
  }: { readonly retryMs?: number; readonly onHeard?: (cursor: string) => void } = {},
): Promise<LiveReader> {
  const leave = new AbortController()
  const heard: string[] = []
  let lastId = ''
  let feeds = 0

  async function listen(begun: () => void): Promise<void> {
    const response = await fetch(`${base}/api/live`, {
      headers: { cookie, ...(lastId !== '' && { 'last-event-id': lastId }) },
      signal: leave.signal,
    })
    if (response.status !== 200) throw new Error(`the live feed answered ${response.status}`)
    feeds += 1
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true })
      const messages = text.split('\n\n')
      text = messages.pop() ?? ''
      for (const message of messages) {
        const [, id] = /^id: (.+)$/m.exec(message) ?? []
        if (id === undefined) continue
        lastId = id
        if (/^data: /m.test(message)) {
          heard.push(id)
          onHeard(id)
        }
        begun()
      }
    }
  }

  let ended: Promise<void> = Promise.resolve()
  await new Promise<void>((begun) => {
    ended = (async () => {
      while (!leave.signal.aborted) {
        await listen(begun).catch(() => undefined)
        if (!leave.signal.aborted) await wait(retryMs)
      }
    })()
  })
  return {
    heard,
    resumed: () => feeds - 1,
    stop: async () => {
      leave.abort()
      await ended
    },
  }
}
