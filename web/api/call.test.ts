import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { applicationCommands } from '../../contract/application-commands.ts'
import { getApplication } from '../../contract/applications.ts'
import { ApiProblem, isUnanswered } from './api-problem.ts'
import { addressOf, call, type WireOperation } from './call.ts'

const APPLICATION = '019a0000-0000-7000-8000-000000000001'
let server: Server | undefined
afterEach(() => server?.close())

/** A server that answers with `listener`, and an operation whose path leads to it. */
async function against(
  listener: RequestListener,
): Promise<(operation: WireOperation) => WireOperation> {
  server = createServer(listener)
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return (operation) => ({
    ...operation,
    path: `http://127.0.0.1:${port}${operation.path}` as never,
  })
}
async function problemFrom(listener: RequestListener): Promise<ApiProblem> {
  const at = await against(listener)
  const raised: unknown = await call(at(getApplication), {
    params: { applicationId: APPLICATION },
  }).catch((error: unknown) => error)
  expect(raised).toBeInstanceOf(ApiProblem)
  return raised as ApiProblem
}

describe('calling an operation', () => {
  test('fills in and escapes the path and leaves empty queries out', () => {
    expect(
      addressOf('/api/items/:itemId', { itemId: 'a/b 中' }, { q: '张', cursor: undefined }),
    ).toBe('/api/items/a%2Fb%20%E4%B8%AD?q=%E5%BC%A0')
  })
  test('a command goes out as JSON with the header no foreign page can set', async () => {
    const seen: unknown[] = []
    const at = await against((request, response) => {
      let text = ''
      request.on('data', (chunk: Buffer) => (text += chunk.toString()))
      request.on('end', () => {
        seen.push(request.method, request.url, request.headers['x-yichuang'], JSON.parse(text))
        response.end('{"status":"accepted"}')
      })
    })
    const reply = await call(at(applicationCommands.accept), {
      params: { applicationId: APPLICATION },
      body: { commandId: APPLICATION, expectedVersion: 3 },
    })
    expect(reply).toEqual({ status: 'accepted' })
    expect(seen).toEqual([
      'POST',
      `/api/applications/${APPLICATION}/accept`,
      '1',
      { commandId: APPLICATION, expectedVersion: 3 },
    ])
  })
})

describe('when a call does not succeed', () => {
  test('a refusal keeps its code, sentence, fields and the version that is now', async () => {
    const problem = await problemFrom((_, response) => {
      response.writeHead(409, { 'content-type': 'application/problem+json' })
      response.end(
        JSON.stringify({
          type: 'about:blank',
          title: '',
          status: 409,
          code: 'changed-meanwhile',
          detail: '本件已被他人办理。',
          version: 9,
          fields: [{ field: 'reason', message: '不能为空' }],
        }),
      )
    })
    expect(problem).toMatchObject({
      code: 'changed-meanwhile',
      detail: '本件已被他人办理。',
      status: 409,
      version: 9,
      fields: [{ field: 'reason', message: '不能为空' }],
    })
    expect(isUnanswered(problem)).toBe(false)
  })
  test('a gateway that answers with a page of its own is a server not available', async () => {
    const problem = await problemFrom((_, response) => {
      response.writeHead(502, { 'content-type': 'text/html' })
      response.end('<h1>Bad Gateway</h1>')
    })
    expect(problem).toMatchObject({ code: 'server-unavailable', status: 502 })
    expect(isUnanswered(problem)).toBe(true)
  })
  test('a connection that breaks is the network, and nobody knows whether the act was done', async () => {
    const problem = await problemFrom((request) => request.socket.destroy())
    expect(problem).toMatchObject({ code: 'network', status: 0 })
    expect(problem.detail).toContain('网络')
    expect(isUnanswered(problem)).toBe(true)
  })
})
