import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Operation } from '../../contract/operation.ts'
import { recordAccess } from './access-audit.ts'
import { authorise } from './authorise.ts'
import type { HttpContext } from './http-context.ts'
import { type DerivedAnswer, keptAnswers } from './etag.ts'
import { inputRefusal } from './input-problems.ts'
import { sendProblem } from './problem.ts'
import type { RateLimit } from './rate-limit.ts'
import { type AnyViolation, RequestRefused } from './refusal.ts'
import { sendRaw } from './send-raw.ts'
import type { Session } from './session.ts'
import { sessionCookieOf } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Session | undefined
  }
  interface FastifyInstance {
    /** Every operation registered so far, for the OpenAPI document. */
    readonly operations: Operation[]
    readonly limitRate: RateLimit
  }
  interface FastifyContextConfig {
    operation?: Operation
  }
}

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | DerivedAnswer<Value>
  | {
      readonly ok: true
      readonly raw: Buffer | Uint8Array | string | Readable
      readonly mediaType: string
      /** Offered when the reader saves it. */
      readonly fileName?: string
      readonly saveOnly?: boolean
    }
  /** The operation took `reply.raw` over (`reply.hijack()`) and answers by itself. */
  | { readonly ok: true; readonly hijacked: true }
  | { readonly ok: false; readonly violation: AnyViolation }

export type OperationInput<Params, Query, Body> = {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Who is signed in. Throws in a public operation that nobody signed in to: use `visitor` there. */
  readonly session: Session
  readonly visitor: Session | undefined
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Mounts one operation of the contract: authorise, parse, run, answer. The only way to add a route. */
export function registerOperation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(
  http: FastifyInstance,
  context: HttpContext,
  operation: Operation<Params, Query, Body, Reply>,
  run: (
    input: OperationInput<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Answer<z.input<Reply>>>,
): void {
  http.operations.push(operation)
  const kept = keptAnswers()
  http.route({
    method: operation.method,
    url: operation.path,
    config: { operation },
    onRequest: async (request, reply) => {
      const cookie = sessionCookieOf(request, context)
      request.visitor = cookie === undefined ? undefined : await context.sessions.read(cookie)
      http.limitRate(operation, request.visitor, request, reply)
      await authoriseAndAudit(context, operation, request.visitor)
    },
    handler: async (request, reply) => {
      const input = {
        params: parsed(operation.params, request.params),
        query: parsed(operation.query, request.query),
        body: parsed(operation.body, operation.sends === 'multipart' ? undefined : request.body),
        visitor: request.visitor,
        get session() {
          if (!request.visitor) throw new Error(`${operation.operationId} has no session`)
          return request.visitor
        },
        request,
        reply,
      }
      const answer = await run(input)
      if (!answer.ok) {
        await auditRefusal(context, operation, request, answer.violation)
        return sendProblem(reply, answer.violation)
      }
      if ('hijacked' in answer) return reply
      if ('raw' in answer) return sendRaw(reply, answer)
      if ('derivedFrom' in answer) {
        const { derivedFrom, value } = answer
        const isPublic = operation.access === 'public'
        return kept.send(request, reply, isPublic, derivedFrom, () =>
          operation.reply.parse(value()),
        )
      }
      return reply.header('cache-control', 'no-store').send(operation.reply.parse(answer.value))
    },
  })
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw new RequestRefused(inputRefusal(result.error.issues))
  return result.data
}

async function authoriseAndAudit(
  { db }: HttpContext,
  operation: Operation,
  visitor: Session | undefined,
): Promise<void> {
  try {
    authorise(operation, visitor)
  } catch (error) {
    if (visitor && error instanceof RequestRefused) {
      await recordAccess(db, visitor.regionCode, {
        action: 'access-refused',
        actor: visitor.actor,
        subjectId: null,
        detail: { operation: operation.operationId, code: error.refusal.code },
      })
    }
    throw error
  }
}

/** A refused command leaves nothing but this line. */
async function auditRefusal(
  { db }: HttpContext,
  { operationId, method }: Operation,
  { visitor, params }: FastifyRequest,
  violation: AnyViolation,
): Promise<void> {
  if (!visitor || method === 'GET') return
  const { applicationId, accountId } = params as { applicationId?: string; accountId?: string }
  await recordAccess(db, visitor.regionCode, {
    action: 'command-refused',
    actor: visitor.actor,
    subjectId: applicationId ?? accountId ?? null,
    detail: { operation: operationId, code: violation.code },
  })
}
