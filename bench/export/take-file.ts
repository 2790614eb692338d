import { get, type IncomingMessage } from 'node:http'

const LINE_END = 0x0a

export type TakenFile = {
  readonly seconds: number
  readonly bytes: number
  /** Line ends, which is rows in a CSV. */
  readonly lines: number
}

/** Downloads an answer as quickly as it comes and keeps nothing of it. */
export async function takeFile(port: number, path: string, cookie: string): Promise<TakenFile> {
  const started = performance.now()
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path, headers: { cookie } }, resolve).once('error', reject)
  })
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
  let bytes = 0
  let lines = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length
    for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) lines += 1
  }
  return { seconds: (performance.now() - started) / 1000, bytes, lines }
}
