import type { FastifyInstance } from 'fastify'
import { getHallConfiguration, saveHallConfiguration } from '../../contract/hall-configuration.ts'
import { hallLog } from '../../contract/hall-log.ts'
import { hallOverview, type HallBoard } from '../../contract/hall.ts'
import { faultsOf } from '../../domain/hall/check-configuration.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { EVENT_NAME } from './hall-act.ts'
import type { HallContext } from './hall-context.ts'
import { overviewOf } from './overview.ts'
import { saveConfiguration, type StoredConfiguration } from './stored-configuration.ts'

const PAGE = 50
const FIRST = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', seq: '32767' }
const CLERKS = `
  select account_id as "accountId", name, window_number as "windowId" from account
   where region_code = $1 and role = 'window-clerk' and not disabled order by window_number, username limit 500`
const KNOWN = `
  select count(*)::int as known from account where region_code = $1 and role = 'window-clerk' and account_id = any($2)`
const LOG = `
  select e.command_id as "commandId", e.seq, e.at, e.act, t.number, e.ticket_id as "ticketId", e.window_id as "windowId", e.person_name as "byName",
         coalesce(e.detail ->> 'text', '') as text
    from ticket_event e left join ticket t on t.region_code = $1 and t.ticket_id = e.ticket_id
   where e.region_code = $1 and e.day = $2 and (e.at, e.command_id, e.seq) < ($3::timestamptz, $4::uuid, $5::int)
     and ($7::text is null or e.act = $7)
   order by e.at desc, e.command_id desc, e.seq desc limit $6`

type LogRow = {
  readonly commandId: string
  readonly seq: number
  readonly at: string
  readonly act: string
  readonly number: string | null
  readonly ticketId: string | null
  readonly windowId: number | null
  readonly byName: string
  readonly text: string
}

/** The hall manager's: the layout, the hall as it is now, what was done. */
export function managerRoutes(
  server: FastifyInstance,
  context: HallContext,
  board: (regionCode: number) => Promise<HallBoard>,
): void {
  const { http, store, hub } = context

  registerOperation(server, http, getHallConfiguration, async ({ session }) => ({
    ok: true,
    value: await viewed(session.regionCode),
  }))
  registerOperation(server, http, saveHallConfiguration, async ({ session, body }) => {
    const { regionCode, actor } = session
    const { configuration } = body
    const faults = [...faultsOf(configuration), ...(await faultsNow(regionCode, configuration))]
    if (faults.length > 0)
      return refuse('hall-configuration-faulty', `大厅设置有 ${faults.length} 处需要修改。`, {
        fields: faults,
      })
    const { accountId, name } = actor
    const at = http.clock(regionCode)
    const saving = { ...body, at, by: { accountId, name } }
    const outcome = await saveConfiguration(http.db, regionCode, saving)
    store.forgetConfiguration(regionCode)
    const state = await store.look(regionCode)
    if (outcome === 'moved')
      return refuse('changed-meanwhile', '大厅设置刚被他人修改。您的修改没有丢失，请刷新核对。', {
        version: state.configuration.version,
      })
    if (outcome === 'done') hub.tell(state)
    return { ok: true, value: await viewed(regionCode) }
  })
  registerOperation(server, http, hallOverview, async ({ session }) => ({
    ok: true,
    value: await overviewOf(context, session, await board(session.regionCode)),
  }))
  registerOperation(server, http, hallLog, async ({ session, query }) => {
    const { regionCode } = session
    const { day = localDateOf(http.clock(regionCode)), cursor, size = PAGE, act } = query
    const [, at = FIRST.at, id = FIRST.id, seq = FIRST.seq] =
      /^([0-9TZ:.-]+)~([0-9a-f-]{36})~(\d{1,5})$/.exec(cursor ?? '') ?? []
    const rows = await http.db.query<LogRow>(LOG, [
      regionCode,
      day,
      at,
      id,
      seq,
      size + 1,
      act ?? null,
    ])
    const shown = rows.slice(0, size)
    const last = shown.at(-1)
    return {
      ok: true,
      value: {
        rows: shown.map(({ at: time, act: done, number, ticketId, windowId, byName, text }) => ({
          at: time,
          act: done,
          actName: EVENT_NAME[done] ?? done,
          number,
          ticketId,
          windowId,
          byName,
          text,
        })),
        next:
          rows.length > size && last !== undefined
            ? `${last.at}~${last.commandId}~${last.seq}`
            : null,
      },
    }
  })

  async function viewed(regionCode: number) {
    const { configuration: stored } = await store.look(regionCode)
    type Clerk = { accountId: string; name: string; windowId: number | null }
    const clerks = await http.db.query<Clerk>(CLERKS, [regionCode])
    const { version, savedAt, savedByName, configuration } = stored
    return { version, savedAt, savedByName, configuration: mutable(configuration), clerks }
  }

  /** What only the database and the hall as it is now can say. */
  async function faultsNow(
    regionCode: number,
    { windows, posts }: StoredConfiguration['configuration'],
  ) {
    const state = await store.look(regionCode)
    const ids = new Set(windows.map(({ windowId }) => windowId))
    const manned = [...state.sessions.keys()].filter((windowId) => !ids.has(windowId))
    const accounts = [...new Set(posts.flatMap(({ accountId }) => accountId ?? []))]
    const [row] = await http.db.query<{ known: number }>(KNOWN, [regionCode, accounts])
    return [
      ...manned.map((windowId) => ({
        field: 'windows',
        message: `${windowId} 号窗口有人上岗，请先离岗再删除窗口`,
      })),
      ...(row?.known === accounts.length
        ? []
        : [{ field: 'posts', message: '岗位只能由窗口受理人员担任，请从列表中选择' }]),
    ]
  }
}

/** The same layout as the contract writes it. */
function mutable({ zones, queues, windows, posts, hours }: StoredConfiguration['configuration']) {
  return {
    zones: [...zones],
    queues: [...queues],
    windows: windows.map((window) => ({ ...window, queues: [...window.queues] })),
    posts: [...posts],
    hours: { ...hours, periods: [...hours.periods] },
  }
}
