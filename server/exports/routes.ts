import type { FastifyInstance } from 'fastify'
import {
  countExport,
  exportApplications,
  MOST_COUNTED,
  type ExportFilters,
} from '../../contract/exports.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { recordAccess } from '../http/access-audit.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import { bindingsOf, COUNT_EXPORT, type ExportSelection } from './export-query.ts'
import { startExport } from './export-stream.ts'
import { watermarkOf } from './watermark.ts'

/** Each holds a database connection and a snapshot for as long as its reader takes. */
const MOST_AT_ONCE = 2
const RETRY_AFTER_SECONDS = 60
const MEDIA_TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

export type ExportOptions = {
  /** Fewer than a sheet holds, for tests. */
  readonly rowsASheet?: number
}

/** The list of applications as a file, for those whose list it is. */
export function exportRoutes(
  http: FastifyInstance,
  context: HttpContext,
  reference: ReferenceData,
  options: ExportOptions = {},
): void {
  const { db, clock } = context
  let running = 0

  registerOperation(http, context, countExport, async ({ query, session }) => {
    const chosen = selectionOf(session, query)
    if (!chosen.ok) return chosen
    const values = [...bindingsOf(chosen.selection), MOST_COUNTED]
    const [counted] = await db.query<{ n: number }>(COUNT_EXPORT, values)
    return { ok: true, value: { applications: counted?.n ?? 0, busy: running >= MOST_AT_ONCE } }
  })

  registerOperation(http, context, exportApplications, async ({ query, session }) => {
    const { format, ...filters } = query
    const chosen = selectionOf(session, filters)
    if (!chosen.ok) return chosen
    if (running >= MOST_AT_ONCE) {
      const sentence = `现在已有 ${MOST_AT_ONCE} 份清单正在导出，请过一两分钟再试，或者缩小日期范围分次导出。`
      return refuse('too-many-attempts', sentence, { retryAfterSeconds: RETRY_AFTER_SECONDS })
    }
    running += 1
    const { regionCode, actor } = session
    const detail = { format, ...definedOf(chosen.selection) }
    const audit = async (action: 'export-begun' | 'export-ended', more: AuditDetail) =>
      await recordAccess(db, regionCode, {
        action,
        actor,
        subjectId: null,
        detail: { ...detail, ...more },
      })
    try {
      await audit('export-begun', {})
      const now = clock(regionCode)
      const { file, ended } = await startExport({
        connectionString: db.pool.options.connectionString ?? '',
        selection: chosen.selection,
        format,
        watermark: watermarkOf(reference, actor, now, chosen.selection),
        today: localDateOf(now),
        ...options,
      })
      void ended
        .then(async ({ rows, complete }) => {
          running -= 1
          await audit('export-ended', { rows, complete })
        })
        .catch(() =>
          http.log.error({ code: 'audit-failed' }, 'the end of an export is not on record'),
        )
      const fileName = `办件清单-${localDateOf(now)}.${format}`
      return { ok: true, raw: file, mediaType: MEDIA_TYPE[format], fileName }
    } catch (error) {
      running -= 1
      throw error
    }
  })
}

type AuditDetail = Readonly<Record<string, string | number | boolean>>

/** A department's people take their own department's list and no other. */
function selectionOf(
  { regionCode, actor }: Session,
  filters: ExportFilters,
): { readonly ok: true; readonly selection: ExportSelection } | ReturnType<typeof refuse> {
  if (actor.role === 'supervisor') return { ok: true, selection: { ...filters, regionCode } }
  const own = ownDepartment(actor)
  if (own === undefined)
    return refuse('not-permitted', '您的岗位不属于审批部门，不能导出办件清单。')
  const { departmentId } = filters
  if (departmentId !== undefined && departmentId !== own) {
    return refuse('not-permitted', '您只能导出本部门的办件清单，请去掉部门条件或者改选本部门。')
  }
  return { ok: true, selection: { ...filters, departmentId: own, regionCode } }
}

function ownDepartment({ body, organisationId }: Actor): string | undefined {
  return body === 'department' ? organisationId : undefined
}

function definedOf(selection: ExportSelection): AuditDetail {
  const given = Object.entries(selection).filter(
    ([name, value]) => name !== 'regionCode' && value !== undefined,
  )
  return Object.fromEntries(given) as AuditDetail
}
