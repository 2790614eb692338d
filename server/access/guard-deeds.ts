import type { FastifyInstance } from 'fastify'
import { refusalOfDeed, type CitizenDeed } from '../../domain/access/assurance.ts'
import { RequestRefused } from '../http/refusal.ts'

/** Operations that are one deed whatever they are asked; others ask the rule themselves. */
const DEED_OF: Readonly<Record<string, CitizenDeed>> = {
  certificatePdf: 'receive-certificate',
  certificatePages: 'receive-certificate',
}

/** Refuses a citizen whose identity is not assured enough for what the operation does, before it runs. */
export function guardDeeds(http: FastifyInstance): void {
  http.addHook('preHandler', async ({ visitor, routeOptions }) => {
    const { operationId = '' } = routeOptions.config.operation ?? {}
    const deed = Object.hasOwn(DEED_OF, operationId) ? DEED_OF[operationId] : undefined
    if (deed === undefined || visitor?.assurance === undefined) return
    const refusal = refusalOfDeed(deed, visitor.assurance)
    if (refusal !== null) throw new RequestRefused(refusal)
    await Promise.resolve()
  })
}
