import { createHash } from 'node:crypto'
import type { DraftPage, DraftView } from '../../contract/drafts.ts'
import type { UploadState } from '../../contract/uploads.ts'
import { newId } from '../../server/event-log/chain.ts'
import { multipart } from '../security/support/multipart.ts'
import type { composedServer } from '../support/composed-server.ts'

export type TestServer = Awaited<ReturnType<typeof composedServer>>
type Body = Readonly<Record<string, unknown>>

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** One browser: its cookies, perhaps somebody signed in, perhaps a phone with a pairing code. */
export async function device(
  server: TestServer,
  { username, pairing }: { readonly username?: string; readonly pairing?: string } = {},
) {
  const cookies: Record<string, string> = {}
  if (username !== undefined) cookies['yichuang'] = await server.signIn(username)
  const headers = {
    'x-yichuang': '1',
    ...(pairing === undefined ? {} : { 'x-yichuang-pairing': pairing }),
  }

  async function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: Body) {
    const answer = await server.http.inject({
      method,
      url,
      headers,
      cookies,
      ...(body === undefined ? {} : { payload: body }),
    })
    for (const cookie of answer.cookies) cookies[cookie.name] = cookie.value
    return answer
  }

  async function sendChunk(url: string, chunk: number, bytes: Buffer, hash = sha256(bytes)) {
    const form = multipart({ name: 'chunk', file: bytes })
    return await server.http.inject({
      method: 'PUT',
      url: `${url}/chunks/${chunk}?sha256=${hash}`,
      cookies,
      headers: { ...form.headers, ...headers },
      payload: form.payload,
    })
  }

  return {
    cookies,
    send,
    sendChunk,
    signIn: async (name: string) => {
      cookies['yichuang'] = await server.signIn(name)
    },
    start: async (itemId: string, content: Body = {}) => {
      const draftId = newId()
      const answer = await send('POST', '/api/drafts', { draftId, itemId, content })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json<DraftView>()
    },
    view: async (draftId: string) =>
      (await send('GET', `/api/drafts/${draftId}`)).json<DraftView>(),
    save: async (draftId: string, expectedVersion: number, patch: Body, more: Body = {}) =>
      await send('PUT', `/api/drafts/${draftId}`, {
        saveId: newId(),
        expectedVersion,
        patch,
        ...more,
      }),
    begin: async (draftId: string, material: number, size: number, fileName: string) => {
      const uploadId = newId()
      const answer = await send('POST', `/api/drafts/${draftId}/uploads`, {
        uploadId,
        material,
        fileName,
        mediaType: '',
        size,
      })
      return { answer, uploadId, url: `/api/drafts/${draftId}/uploads/${uploadId}` }
    },
    /** The whole of a file, every chunk in its order. */
    upload: async (draftId: string, material: number, file: Buffer, fileName: string) => {
      const uploadId = newId()
      const url = `/api/drafts/${draftId}/uploads/${uploadId}`
      const begun = await send('POST', `/api/drafts/${draftId}/uploads`, {
        uploadId,
        material,
        fileName,
        mediaType: '',
        size: file.length,
      })
      if (begun.statusCode !== 200) return begun
      const { chunkBytes, chunkCount } = begun.json<UploadState>()
      for (let chunk = 0; chunk < chunkCount; chunk += 1)
        await sendChunk(url, chunk, file.subarray(chunk * chunkBytes, (chunk + 1) * chunkBytes))
      return await send('POST', `${url}/complete`, { sha256: sha256(file) })
    },
    submit: async (draftId: string, expectedVersion: number, ids: Body = {}) =>
      await send('POST', `/api/drafts/${draftId}/submit`, {
        commandId: newId(),
        applicationId: newId(),
        expectedVersion,
        ...ids,
      }),
  }
}

export const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code: string }).code
export const pageIn = (answer: { json: () => unknown }) => answer.json() as DraftPage
