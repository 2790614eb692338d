import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openHttpClient, type HttpClient } from './http-client.ts'

const opened: { close: () => void }[] = []
afterEach(() => {
  for (const each of opened.splice(0)) each.close()
})

async function clientOf(answer: http.RequestListener, connections = 2): Promise<HttpClient> {
  const server = http.createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const client = openHttpClient({ port: (server.address() as AddressInfo).port, connections })
  opened.push(client, {
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
  return client
}

test('more requests than connections are all answered, each with its own body', async () => {
  const client = await clientOf((request, response) => {
    setTimeout(() => response.end(`办件 ${request.url}`), Math.random() * 5)
  })
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) => client.send({ method: 'GET', path: `/${at}` })),
  )
  expect(answers.map(({ body }) => body.toString())).toEqual(
    Array.from({ length: 50 }, (_, at) => `办件 /${at}`),
  )
})

test('a body sent in chunks is put together', async () => {
  const client = await clientOf((_request, response) => {
    response.write('一'.repeat(40_000))
    setTimeout(() => response.end('窗'), 10)
  })
  const { body, status } = await client.send({ method: 'GET', path: '/' })
  expect(status).toBe(200)
  expect(body.toString()).toBe(`${'一'.repeat(40_000)}窗`)
})

test('JSON arrives with its length in bytes, and the session with it', async () => {
  const client = await clientOf((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (text += part))
    request.on('end', () => response.end(`${request.headers.cookie ?? ''} ${text}`))
  })
  const { body } = await client.send({
    method: 'POST',
    path: '/',
    cookie: 'a=b',
    body: { name: '张某某' },
  })
  expect(body.toString()).toBe('a=b {"name":"张某某"}')
})

test('a connection that ends without an answer is an error, and the next request has another', async () => {
  let requests = 0
  const client = await clientOf((request, response) => {
    requests += 1
    if (requests === 1) request.socket.destroy()
    else response.end('ok')
  }, 1)
  await expect(client.send({ method: 'GET', path: '/' })).rejects.toThrow('without an answer')
  expect((await client.send({ method: 'GET', path: '/' })).body.toString()).toBe('ok')
})

test('a server that closes after its answer is asked again over a new connection', async () => {
  const client = await clientOf((_request, response) => {
    response.setHeader('connection', 'close')
    response.end('ok')
  }, 1)
  for (let at = 0; at < 3; at += 1)
    expect((await client.send({ method: 'GET', path: '/' })).status).toBe(200)
})
