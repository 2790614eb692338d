import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { FILE_LIMIT, FILE_TOO_LARGE } from './refusal-of-error.ts'
import { RequestRefused } from './refusal.ts'

/** Bytes that a form may put around its one file: boundaries, names, a few fields. */
const AROUND_THE_FILE = 1024 * 1024

/** Bytes of a refused file that are still taken in and thrown away. */
const READ_ON = 64 * 1024 * 1024

/**
 * Who is cut off while sending hears no answer: a refused file is taken in for a while, so that its sender learns why, and
 * one that is larger by far is cut off.
 */
export function readOnALittle(body: IncomingMessage): void {
  let bytes = 0
  body.on('data', ({ length }: Buffer) => {
    bytes += length
    if (bytes > READ_ON) body.socket.destroy()
  })
  body.resume()
}

/** A form that says itself that its file is too large is refused before a byte of it is read. */
export function refuseOversizedFiles(http: FastifyInstance): void {
  http.addHook('onRequest', async ({ headers }) => {
    const { 'content-type': type = '', 'content-length': length = '0' } = headers
    if (type.startsWith('multipart/') && Number(length) > FILE_LIMIT + AROUND_THE_FILE)
      throw new RequestRefused(FILE_TOO_LARGE)
  })
}
