import { createRequire } from 'node:module'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { READER_POLICY } from './content-policy.ts'
import { keptAnswers } from './etag.ts'
import { sessionCookieName } from './session-cookie.ts'
import { openApiDocument } from './openapi.ts'

const SETUP_FILE = '/docs/setup.js'
const SHOWN_FILES: readonly string[] = ['/swagger-ui.css', '/swagger-ui-bundle.js']

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>一窗接口文档</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="interface"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="${SETUP_FILE}"></script>
</body>
</html>
`

const SETUP = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#interface',
  deepLinking: true,
  docExpansion: 'list',
  validatorUrl: null,
  supportedSubmitMethods: ['get', 'post', 'put', 'delete'],
  requestInterceptor: (request) => {
    request.headers['x-yichuang'] = '1'
    return request
  },
})
`

/** `/api/openapi.json`, and `/docs` to read and try it: all from this server, no script in the page. */
export async function openApiRoutes(
  http: FastifyInstance,
  setting: { readonly secureCookies: boolean },
): Promise<void> {
  const kept = keptAnswers()
  http.get('/api/openapi.json', async (request, reply) => {
    return await kept.send(request, reply, true, [http.operations.length], () =>
      openApiDocument(http.operations, sessionCookieName(setting)),
    )
  })
  for (const url of ['/docs', '/docs/']) {
    http.get(
      url,
      async (_request, reply) =>
        await reply
          .header('content-security-policy', READER_POLICY)
          .type('text/html; charset=utf-8')
          .send(PAGE),
    )
  }
  http.get(SETUP_FILE, async (_request, reply) => {
    return await reply.type('text/javascript; charset=utf-8').send(SETUP)
  })
  const require = createRequire(import.meta.url)
  await http.register(fastifyStatic, {
    root: path.dirname(require.resolve('swagger-ui-dist/package.json')),
    prefix: '/docs/',
    decorateReply: false,
    index: false,
    allowedPath: (file) => SHOWN_FILES.includes(file),
  })
}
