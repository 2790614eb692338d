import type { FastifyInstance } from 'fastify'
import { FILE_LIMIT, FILE_TOO_LARGE } from './refusal-of-error.ts'
import { RequestRefused } from './refusal.ts'

/** Bytes that a form may put around its one file: boundaries, names, a few fields. */
const AROUND_THE_FILE = 1024 * 1024

/** A form that says itself that its file is too large is refused before a byte of it is read. */
export function refuseOversizedFiles(http: FastifyInstance): void {
  http.addHook('onRequest', async ({ headers }) => {
    const { 'content-type': type = '', 'content-length': length = '0' } = headers
    if (type.startsWith('multipart/') && Number(length) > FILE_LIMIT + AROUND_THE_FILE)
      throw new RequestRefused(FILE_TOO_LARGE)
  })
}
