import type { FastifyRequest } from 'fastify'
import type { Session } from '../http/session.ts'
import type { Commander } from './application-context.ts'

/** Who acts and from where, as the session and the connection say. */
export function commanderOf(
  { actor, postOpen, training }: Session,
  request: FastifyRequest,
): Commander {
  return { actor, standing: { postOpen, training }, origin: request.ip }
}
