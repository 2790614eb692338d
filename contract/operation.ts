import type { z } from 'zod'
import type { Role } from '../domain/shared/actor.ts'

/** Who may call it: nobody by default, so every operation says. Finer rules (own application, own department) follow in the domain. */
export type Access = 'public' | 'signed-in' | readonly Role[]

/** One operation of the API: the server validates with it, the web calls with it, the OpenAPI document is made from it. */
export type Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  readonly operationId: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/api/applications/:applicationId/accept` */
  readonly path: `/${string}`
  readonly access: Access
  /** Chinese, one line: shown in /docs. */
  readonly summary: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly reply: Reply
  /** What travels when it is not JSON. */
  readonly sends?: 'json' | 'multipart'
  readonly answers?: 'json' | 'pdf' | 'svg' | 'stream' | 'file'
}

export function operation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(definition: Operation<Params, Query, Body, Reply>): Operation<Params, Query, Body, Reply> {
  return definition
}
