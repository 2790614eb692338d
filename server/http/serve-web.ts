import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './problem.ts'

const HASHED_ASSET = /[/\\]assets[/\\]/

/** The built web with its routes (every unknown page is the app's); an unknown address of the API is a problem. */
export async function serveWeb(
  http: FastifyInstance,
  webFolder: string | undefined,
): Promise<void> {
  if (webFolder !== undefined) {
    await http.register(fastifyStatic, {
      root: webFolder,
      cacheControl: false,
      setHeaders: (response, file) => {
        const forever = HASHED_ASSET.test(file)
        response.setHeader(
          'cache-control',
          forever ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  http.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      request.headers.accept?.includes('text/html') === true
    if (webFolder !== undefined && isPage) {
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    }
    return sendProblem(reply, {
      code: 'not-found',
      sentence: '没有这个地址，请检查链接是否完整。',
    })
  })
}
