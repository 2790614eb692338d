import type { FastifyInstance } from 'fastify'
import { localDateOf } from '../domain/shared/local-date.ts'
import type { ReferenceData } from './database/reference-data.ts'
import { formRoutes } from './forms/form-routes.ts'
import { type FormShelf, openFormShelf } from './forms/form-shelf.ts'
import { type FormPublishing, formPublishing } from './forms/publish-form.ts'
import type { HttpContext } from './http/http-context.ts'

export type ComposedForms = {
  readonly shelf: FormShelf
  /** What a guide's publication needs: the form that goes with it. */
  readonly publishing: FormPublishing
  readonly mount: (http: FastifyInstance) => void
}

/** Forms, opened before whoever receives applications, mounted when there is something to mount them on. */
export async function composeForms(
  context: HttpContext,
  reference: ReferenceData,
): Promise<ComposedForms> {
  const { db, clock, regionCode } = context
  const shelf = await openFormShelf(db, () => localDateOf(clock(regionCode)))
  return {
    shelf,
    publishing: formPublishing(db, shelf),
    mount: (http) => formRoutes(http, context, { db, reference, shelf }),
  }
}
