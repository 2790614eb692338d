import type { FastifyInstance } from 'fastify'
import { applicationCommands, receiveApplication } from '../../contract/application-commands.ts'
import { listFindings } from '../../contract/findings.ts'
import { explainViolation } from '../../domain/application/violation-texts.ts'
import type { HttpContext } from '../http/http-context.ts'
import { registerOperation } from '../http/register-operation.ts'

const PAGE = 50
const ATTEMPTS = `
  select d.audit_id as "findingId", 'off-system' as kind, d.at, d.actor_name as "byName", d.actor_role as role,
         d.subject_id::text as "applicationId", d.detail ->> 'operation' as operation,
         o.data ->> 'shortName' as "organisationName", '' as finding
    from access_audit d
    left join account a on a.region_code = $1 and a.account_id = d.actor_id
    left join organisation o on o.organisation_id = a.organisation_id
   where d.region_code = $1 and d.action = 'command-refused' and d.detail ->> 'code' = 'only-the-window-accepts'
     and (d.at, d.audit_id) < ($2::timestamptz, $3::uuid)
   order by d.at desc, d.audit_id desc limit $4`
// In the order of their index, and from there to their events: the planner does not know how few they are.
const BROKEN = `
  select e.command_id as "findingId", 'commitment-broken' as kind, e.occurred_at as at, e.data -> 'by' ->> 'name' as "byName",
         e.data -> 'by' ->> 'role' as role, p.application_id::text as "applicationId", 'check-commitment' as operation,
         o.data ->> 'shortName' as "organisationName",
         '第 ' || (e.data ->> 'material') || ' 项材料的承诺不实：' || (e.data ->> 'finding') as finding
    from (
      select application_id, department_id from application
       where region_code = $1 and jsonb_path_exists(state, '$.commitments[*] ? (@.kept == false)')
       order by application_id desc limit 10000) p
    cross join lateral (
      select command_id, occurred_at, data from application_event
       where region_code = $1 and application_id = p.application_id and type = 'CommitmentChecked' and data ->> 'kept' = 'false'
      offset 0) e
    left join organisation o on o.organisation_id = p.department_id
   where (e.occurred_at, e.command_id) < ($2::timestamptz, $3::uuid)
   order by e.occurred_at desc, e.command_id desc limit $4`
const READ = `
  select * from ((${ATTEMPTS}) union all (${BROKEN})) f order by at desc, "findingId" desc limit $4`

type Row = {
  kind: 'off-system' | 'commitment-broken'
  /** What a check found; empty for an attempt. */
  finding: string
  findingId: string
  at: string
  byName: string
  role: string
  applicationId: string | null
  operation: string
  organisationName: string | null
}

const ROLE_NAME: Readonly<Record<string, string>> = {
  reviewer: '审核人',
  decider: '首席代表',
  'department-head': '部门负责人',
  applicant: '申请人',
}
const FIRST = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/**
 * Departments that tried to receive or accept by themselves (domain rules §3), and commitments that a check found untrue
 * (国办发〔2020〕42号): what supervision wants to know of.
 */
export function findingRoutes(http: FastifyInstance, context: HttpContext): void {
  registerOperation(http, context, listFindings, async ({ query, session }) => {
    const { cursor, size = PAGE } = query
    const [, at = FIRST.at, id = FIRST.id] =
      /^([0-9TZ:.-]+)~([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
    const rows = await context.db.query<Row>(READ, [session.regionCode, at, id, size + 1])
    const shown = rows.slice(0, size)
    const last = shown.at(-1)
    return {
      ok: true,
      value: {
        rows: shown.map(({ role, operation, organisationName, finding, ...row }) => ({
          ...row,
          roleName: ROLE_NAME[role] ?? role,
          organisationName: organisationName ?? '',
          operation: actName(operation),
          sentence:
            row.kind === 'commitment-broken'
              ? finding
              : explainViolation({ code: 'only-the-window-accepts' }).sentence,
        })),
        next: rows.length > size && last !== undefined ? `${last.at}~${last.findingId}` : null,
      },
    }
  })
}

function actName(operationId: string): string {
  if (operationId === receiveApplication.operationId) return receiveApplication.summary
  return (
    Object.values(applicationCommands).find((command) => command.operationId === operationId)
      ?.summary ?? operationId
  )
}
