import type { FastifyInstance } from 'fastify'
import { listOrganisations } from '../../contract/accounts.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HttpContext } from '../http/http-context.ts'
import { registerOperation } from '../http/register-operation.ts'

/** The bodies of the catalogue, for whoever makes accounts or records training. */
export function organisationRoutes(
  http: FastifyInstance,
  context: HttpContext,
  reference: ReferenceData,
): void {
  registerOperation(http, context, listOrganisations, async () => ({
    ok: true,
    derivedFrom: [reference.organisations],
    value: () => ({
      organisations: reference.organisations.map(({ organisationId, name, shortName, body }) => ({
        organisationId,
        name,
        shortName,
        body,
      })),
    }),
  }))
}
