import http from 'node:http'

export type LiveFeed<Told> = {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** What a message of the stream says; undefined: nothing that is listened for. */
  readonly read: (message: string) => Told | undefined
  /** Where it went on last; undefined: from now on. */
  readonly lastEventId?: string | undefined
}

/** `at` in milliseconds of performance.now(). */
export type Heard<Told> = Told & { readonly at: number }

export type LiveListener<Told> = {
  /** Milliseconds from asking to the first byte. */
  readonly firstByte: number
  /** In the order of arrival. */
  readonly heard: readonly Heard<Told>[]
  readonly lastEventId: () => string | undefined
  readonly close: () => void
}

/** Milliseconds, as the server tells browsers to wait before they come again. */
const RETRY = 2_000
const PATIENCE = 30_000

/** Opens a live feed as a browser does that lost it: with the last event it saw, and again when it is lost again. */
export async function openListener<Told>(feed: LiveFeed<Told>): Promise<LiveListener<Told>> {
  const { port, path, read } = feed
  const asked = performance.now()
  const heard: Heard<Told>[] = []
  let lastEventId = feed.lastEventId
  let isClosed = false
  let request: http.ClientRequest | undefined
  return await new Promise((resolve, reject) => {
    const impatience = setTimeout(() => {
      isClosed = true
      request?.destroy()
      reject(new Error('The live feed does not open'))
    }, PATIENCE)
    const opened = () => {
      clearTimeout(impatience)
      resolve({
        firstByte: performance.now() - asked,
        heard,
        lastEventId: () => lastEventId,
        close: () => {
          isClosed = true
          request?.destroy()
        },
      })
    }
    const arrived = (message: string, at: number) => {
      lastEventId = /^id: (.+)$/m.exec(message)?.[1] ?? lastEventId
      const told = read(message)
      if (told !== undefined) heard.push({ ...told, at })
    }
    const open = () => {
      if (isClosed) return
      const resume = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
      const headers = { ...feed.headers, ...resume }
      request = http.get({ port, host: '127.0.0.1', path, agent: false, headers }, (answer) => {
        if (answer.statusCode === 200) readMessages(answer, opened, arrived)
        else answer.resume()
        answer.on('error', () => undefined)
      })
      request.on('error', () => undefined)
      request.once('close', () => setTimeout(open, RETRY).unref())
    }
    open()
  })
}

function readMessages(
  answer: http.IncomingMessage,
  opened: () => void,
  arrived: (message: string, at: number) => void,
): void {
  let rest = ''
  answer.setEncoding('utf8')
  answer.once('data', opened)
  answer.on('data', (text: string) => {
    const at = performance.now()
    const messages = (rest + text).split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages) arrived(message, at)
  })
}
