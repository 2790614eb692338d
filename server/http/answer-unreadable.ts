import type { Socket } from 'node:net'
import { problemOf } from './problem.ts'

/** What never became a request: broken HTTP, headers without end, a sender that fell silent. */
export function answerUnreadable(
  error: Error & { readonly code?: string },
  socket: Pick<Socket, 'destroyed' | 'writable' | 'end' | 'destroy'>,
  headers: Readonly<Record<string, string>>,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = problemOf({
    code: 'malformed-request',
    sentence: '请求的格式有误或者请求头过大，请检查后重试。',
  })
  const body = JSON.stringify(problem)
  const lines = [
    `HTTP/1.1 ${problem.status} Bad Request`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    'cache-control: no-store',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
}
