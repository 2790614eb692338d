import http from 'node:http'

export type LiveEvent = {
  readonly cursor: string
  readonly applicationId: string
  readonly at: number
}

export type LiveListener = {
  /** Milliseconds from asking to the first byte. */
  readonly firstByte: number
  /** In the order of arrival; `at` in milliseconds of performance.now(). */
  readonly events: readonly LiveEvent[]
  readonly close: () => void
}

/** Milliseconds, as the server tells browsers to wait before they come again. */
const RETRY = 2_000
const PATIENCE = 30_000

/** Opens a live feed as a browser does that lost it: with the last event it saw, and again when it is lost again. */
export async function openListener(
  port: number,
  cookie: string,
  lastEventId: string | undefined,
): Promise<LiveListener> {
  const asked = performance.now()
  const events: LiveEvent[] = []
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
        events,
        close: () => {
          isClosed = true
          request?.destroy()
        },
      })
    }
    const open = () => {
      if (isClosed) return
      const cursor = events.at(-1)?.cursor ?? lastEventId
      const headers = { cookie, ...(cursor === undefined ? {} : { 'last-event-id': cursor }) }
      const options = { port, host: '127.0.0.1', path: '/api/live', agent: false, headers }
      request = http.get(options, (answer) => {
        if (answer.statusCode === 200) readEvents(answer, opened, (event) => events.push(event))
        else answer.resume()
        answer.on('error', () => undefined)
      })
      request.on('error', () => undefined)
      request.once('close', () => setTimeout(open, RETRY).unref())
    }
    open()
  })
}

function readEvents(
  answer: http.IncomingMessage,
  opened: () => void,
  heard: (event: LiveEvent) => void,
): void {
  let rest = ''
  answer.setEncoding('utf8')
  answer.once('data', opened)
  answer.on('data', (text: string) => {
    const at = performance.now()
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, cursor] = /^id: (.+)$/m.exec(block) ?? []
      const [, applicationId = ''] = /"applicationId":"([^"]+)"/.exec(block) ?? []
      if (cursor !== undefined) heard({ cursor, applicationId, at })
    }
  })
}
