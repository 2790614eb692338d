import { ABA_FULL_GUIDES } from '../../catalogue/aba/load-catalogue.ts'
import type { DraftView } from '../../contract/catalogue-editing.ts'
import { pathsOf } from '../../domain/catalogue/situation-paths.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { newId } from '../../server/event-log/chain.ts'
import { composedServer, type ComposedServerOptions } from './composed-server.ts'
import type { freshDatabase } from './fresh-database.ts'

// Friday.
const FRIDAY = '2026-11-20T02:00:00.000Z' as Instant
export const EDITOR = 'wentilv.shixiang'
export const OTHER_EDITOR = 'jiaoyuju.shixiang'
export const DECIDER = 'wentilv.jueding'
export const CONFIRMER = 'shending1'
/** 互联网上网服务营业场所, with a full guide; and another of the department, with the baseline. */
export const ITEM = 'aba-36'
export const PLAIN = 'aba-37'

export const command = (draft: Pick<DraftView, 'version'>, more: object = {}) => ({
  commandId: newId(),
  expectedVersion: draft.version,
  ...more,
})
export const path = (draft: Pick<DraftView, 'draftId'>, act = '') =>
  `/api/catalogue/drafts/${draft.draftId}${act}`

type Database = Awaited<ReturnType<typeof freshDatabase>>['database']

/** The server with the shipped guides on a Friday, and what its editors and confirmers do all the time. */
export async function editedCatalogue(database: Database, options: ComposedServerOptions = {}) {
  let now = FRIDAY
  const server = await composedServer(database, () => now, { catalogue: 'shipped', ...options })
  const { send } = server

  async function ok<Value = DraftView>(...asked: Parameters<typeof send>): Promise<Value> {
    const answer = await send(...asked)
    if (answer.statusCode !== 200) throw new Error(`${asked[2]}: ${answer.body}`)
    return answer.json()
  }
  async function refused(...asked: Parameters<typeof send>): Promise<string> {
    const answer = await send(...asked)
    if (answer.statusCode === 200) throw new Error(`${asked[2]} was not refused`)
    return answer.json<{ code: string }>().code
  }
  async function begin(itemId: string, kind: 'guide' | 'item'): Promise<DraftView> {
    return await ok(EDITOR, 'POST', '/api/catalogue/drafts', { commandId: newId(), itemId, kind })
  }
  async function write(draft: DraftView, change: object): Promise<DraftView> {
    const content =
      draft.kind === 'guide'
        ? { guide: { ...draft.guide, ...change } }
        : { item: { ...draft.item, ...change } }
    return await ok(
      EDITOR,
      'PUT',
      path(draft),
      command(draft, {
        ...content,
        document: draft.document,
        reason: '依据部门职责调整，更新内容',
      }),
    )
  }
  async function confirmed(draft: DraftView): Promise<DraftView> {
    const sent = await ok(EDITOR, 'POST', path(draft, '/submit'), command(draft))
    const one = await ok(DECIDER, 'POST', path(draft, '/confirm'), command(sent))
    return await ok(CONFIRMER, 'POST', path(draft, '/confirm'), command(one))
  }
  async function receive(itemId: string): Promise<string> {
    const { applicationId } = await ok<{ applicationId: string }>(
      'chuangkou1',
      'POST',
      '/api/applications',
      receipt(itemId),
    )
    return applicationId
  }
  return {
    server,
    send,
    ok,
    refused,
    begin,
    write,
    confirmed,
    receive,
    setNow: (at: string = FRIDAY) => {
      now = at as Instant
    },
  }
}

export function receipt(itemId: string) {
  return {
    commandId: newId(),
    applicationId: newId(),
    itemId,
    applicant: {
      kind: 'person',
      name: '张某某',
      identityType: 'id-card',
      identityNumber: '513201199003070014',
      phone: null,
      address: null,
      contactName: null,
    },
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
    situation: situationOf(itemId),
  }
}

/** The first way through the questions of the full guide, where there is one. */
function situationOf(itemId: string) {
  const guide = ABA_FULL_GUIDES.find((one) => one.itemId === itemId)
  return pathsOf(guide?.questions ?? []).find(({ end }) => end === 'application')?.answers
}
