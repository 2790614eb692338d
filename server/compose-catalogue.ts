import type { FastifyInstance } from 'fastify'
import { ABA_BUNDLES } from '../catalogue/aba/load-bundles.ts'
import { ABA_LIFE_EVENTS, ABA_TOPICS } from '../catalogue/aba/load-headings.ts'
import type { ApplicationContext } from './application/application-context.ts'
import { refreshItem } from './application/refresh-row.ts'
import type { Stage } from './application/stage.ts'
import type {
  CatalogueContext,
  CatalogueForms,
  OpenApplications,
  TryGuide,
} from './catalogue/catalogue-context.ts'
import { changeRoutes } from './catalogue/publish/change-routes.ts'
import { draftRoutes } from './catalogue/draft/draft-routes.ts'
import { exchangeRoutes } from './catalogue/exchange/exchange-routes.ts'
import { publishRoutes } from './catalogue/publish/publish-routes.ts'
import { switchDueVersions } from './catalogue/publish/switch-versions.ts'
import type { Database } from './database/connect.ts'
import type { HttpContext } from './http/http-context.ts'

const OPEN_APPLICATIONS = `
  select stage, (state ->> 'guideVersion')::int as "guideVersion", count(*)::int as count
    from application where region_code = $1 and stage = any($3) and item_id = $2
   group by 1, 2 order by 1, 2`
const CITIZEN_DRAFTS = `
  select count(*)::int as count from application_draft
   where region_code = $1 and item_id = $2 and state = 'open' and expires_at > $3`

/** Stages of an open application, in the words of the desks. */
const OPEN_STAGES = {
  'to-accept': '待受理',
  'awaiting-correction': '待补正',
  'in-procedure': '特别程序',
  'to-review': '待审',
  'to-decide': '待决定',
  'to-certify': '待制证',
  'provincial-result': '待省级结果',
  returned: '被退回',
  'to-letter': '待出函',
  'department-seal': '待部门用印',
  'to-seal': '待用印',
  'to-issue': '待出件',
  'to-deliver': '待送达',
  'to-archive': '待归档',
} as const satisfies Record<Exclude<Stage, 'closed'>, string>

export type ComposedCatalogue = {
  /** Versions whose day has come take over; answers how many. */
  readonly switchDue: (regionCode: number) => Promise<number>
}

/** The list's past and future: changes, drafts and their publication. */
export function composeCatalogue(
  http: FastifyInstance,
  httpContext: HttpContext,
  application: ApplicationContext,
  { forms, tryGuide }: { readonly forms: CatalogueForms; readonly tryGuide: TryGuide | null },
): ComposedCatalogue {
  const { db, reference, clock } = application
  const context: CatalogueContext = {
    db,
    reference,
    clock,
    forms,
    tryGuide,
    headings: { topics: ABA_TOPICS, lifeEvents: ABA_LIFE_EVENTS },
    bundlesWith: (itemId) =>
      ABA_BUNDLES.filter(({ itemIds }) => itemIds.some((id) => id === itemId)).map(
        ({ bundleId, title }) => ({ bundleId, name: title }),
      ),
    countCitizenDrafts: async (regionCode, itemId) => {
      const values = [regionCode, itemId, new Date().toISOString()]
      const [row] = await db.query<{ count: number }>(CITIZEN_DRAFTS, values)
      return row?.count ?? 0
    },
    countOpenApplications: async (regionCode, itemId) => await openOf(db, regionCode, itemId),
    refreshItem: async (regionCode, itemId) => await refreshItem(application, regionCode, itemId),
  }
  changeRoutes(http, httpContext, context)
  draftRoutes(http, httpContext, context)
  publishRoutes(http, httpContext, context)
  exchangeRoutes(http, httpContext, context)
  return { switchDue: async (regionCode) => await switchDueVersions(context, regionCode) }
}

async function openOf(db: Database, regionCode: number, itemId: string): Promise<OpenApplications> {
  const rows = await db.query<{ stage: Stage; guideVersion: number; count: number }>(
    OPEN_APPLICATIONS,
    [regionCode, itemId, Object.keys(OPEN_STAGES)],
  )
  return rows.map(({ stage, guideVersion, count }) => ({
    stage,
    label: stage === 'closed' ? '已办结' : OPEN_STAGES[stage],
    guideVersion,
    count,
  }))
}
