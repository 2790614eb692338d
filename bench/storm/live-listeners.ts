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

/** Opens a live feed as a browser does that lost it: with the last event it saw. */
export async function openListener(
  port: number,
  cookie: string,
  lastEventId: string | undefined,
): Promise<LiveListener> {
  const asked = performance.now()
  const events: LiveEvent[] = []
  let rest = ''
  return await new Promise((resolve, reject) => {
    const request = http.get(
      {
        port,
        host: '127.0.0.1',
        path: '/api/live',
        agent: false,
        headers: {
          cookie,
          accept: 'text/event-stream',
          ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
        },
      },
      (answer) => {
        answer.on('error', () => undefined)
        if (answer.statusCode !== 200) {
          answer.resume()
          reject(new Error(`The live feed answers ${answer.statusCode}`))
          return
        }
        answer.setEncoding('utf8')
        answer.once('data', () =>
          resolve({
            firstByte: performance.now() - asked,
            events,
            close: () => request.destroy(),
          }),
        )
        answer.on('data', (text: string) => {
          const at = performance.now()
          const blocks = (rest + text).split('\n\n')
          rest = blocks.pop() ?? ''
          for (const block of blocks) {
            const [, cursor] = /^id: (.+)$/m.exec(block) ?? []
            const [, applicationId = ''] = /"applicationId":"([^"]+)"/.exec(block) ?? []
            if (cursor !== undefined) events.push({ cursor, applicationId, at })
          }
        })
      },
    )
    request.on('error', reject)
  })
}
