import { z } from 'zod'
import type { Access, Operation } from '../../contract/operation.ts'
import { Problem } from '../../contract/shared.ts'

type JsonSchema = Record<string, unknown>

const MEDIA_TYPE = {
  json: 'application/json',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  stream: 'text/event-stream',
  file: 'application/octet-stream',
} as const

/** OpenAPI 3.1 of the registered operations: the same zod schemas that the server validates with. */
export function openApiDocument(operations: readonly Operation[], cookieName: string) {
  const paths: Record<string, JsonSchema> = {}
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '一窗 · 政务服务综合窗口接口',
      version: '0.1.0',
      description:
        '登录后浏览器以 Cookie 维持会话。写操作须提交 JSON（或加请求头 x-yichuang: 1）。出错时返回 application/problem+json，code 永久不变。',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      responses: {
        Problem: {
          description: '不能办理：code 说明原因，detail 说明怎么办',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName } },
    },
  }
}

function describe(operation: Operation): JsonSchema {
  const { operationId, summary, access, path, answers = 'json', reply } = operation
  const media = MEDIA_TYPE[answers]
  const content =
    answers === 'json' ? { schema: schemaOf(reply, 'output') } : { schema: { type: 'string' } }
  return {
    operationId,
    summary,
    description: `可用岗位：${describeAccess(access)}`,
    tags: [path.split('/')[2] ?? 'api'],
    security: access === 'public' ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf(operation.params, 'path'),
      ...parametersOf(operation.query, 'query'),
    ],
    ...requestBodyOf(operation),
    responses: {
      200: { description: '办理成功', content: { [media]: content } },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

function describeAccess(access: Access): string {
  if (access === 'public') return '公开'
  return access === 'signed-in' ? '已登录（具体权限由业务规则判定）' : access.join('、')
}

function requestBodyOf({ method, body, sends = 'json' }: Operation): JsonSchema {
  if (method === 'GET') return {}
  if (sends === 'multipart') {
    const schema = {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  const schema = schemaOf(body, 'input')
  if (Object.keys((schema['properties'] ?? {}) as object).length === 0) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): JsonSchema[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
