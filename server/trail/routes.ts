import type { FastifyInstance } from 'fastify'
import { dailyRoots, verifyTrail } from '../../contract/documents.ts'
import type { Database } from '../database/connect.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { verifyApplication } from './verify-application.ts'

type RootRow = {
  day: string
  root: string
  applications: number
  signature: string
  certificate: string
}

const ROOTS = `select day, encode(root, 'hex') as root, applications, signature, certificate
  from daily_root where region_code = $1 order by day desc`

export function trailRoutes(http: FastifyInstance, context: HttpContext): void {
  registerOperation(http, context, verifyTrail, async ({ params, session }) => {
    const { regionCode, actor } = session
    const trail = await verifyApplication(context.db, regionCode, params.applicationId)
    if (trail === undefined) {
      return refuse('application-not-found', '没有这件办件，请核对办件编号。')
    }
    if (actor.role === 'applicant' && actor.identity !== trail.applicantIdentity) {
      return { ok: false, violation: { code: 'not-your-application' } }
    }
    const { broken, events, head, lastRoot } = trail
    return {
      ok: true,
      value: {
        intact: broken === null,
        events,
        head,
        checkedAt: context.clock(regionCode),
        broken: broken && { seq: broken.seq, what: broken.what },
        lastPublishedRoot: lastRoot,
      },
    }
  })
  registerOperation(http, context, dailyRoots, async () => ({
    ok: true,
    value: { roots: await rootsOf(context.db, context.regionCode) },
  }))
}

function rootsOf(db: Database, regionCode: number): Promise<RootRow[]> {
  return db.query<RootRow>(ROOTS, [regionCode])
}
