import type { FastifyRequest } from 'fastify'
// The type of `routeOptions.config.operation`.
import type {} from '../http/register-operation.ts'

/** The operation's name from the contract; a probe by its path, every file of the web as one. */
export function routeLabel({ routeOptions: { config, url } }: FastifyRequest): string {
  if (config.operation !== undefined) return config.operation.operationId
  return url === '/health' || url === '/ready' || url === '/api/openapi.json' ? url : 'web'
}

/** A dozen words, never a person: the post, or nobody. */
export function roleLabel({ visitor }: FastifyRequest): string {
  return visitor?.actor.role ?? 'nobody'
}
