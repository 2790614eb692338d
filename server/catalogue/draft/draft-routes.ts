import type { FastifyInstance } from 'fastify'
import {
  confirmDraft,
  discardDraft,
  getDraft,
  listCatalogue,
  returnDraft,
  saveDraft,
  startDraft,
  submitDraft,
} from '../../../contract/catalogue-editing.ts'
import type { DraftContent } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import type { DraftChange } from '../../../domain/catalogue/draft/change-draft.ts'
import { mayWrite } from '../../../domain/catalogue/draft/draft-permissions.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { catalogueRows } from './catalogue-rows.ts'
import { changeStoredDraft } from './change-stored-draft.ts'
import { draftFor, isAnswer } from './draft-for.ts'
import { findOpenDraft, startNewDraft } from './draft-store.ts'
import { draftView } from './draft-view.ts'
import { departmentOf, newDraft, startingContent } from './new-draft.ts'

/** Drafts from the first word to both confirmations. Publishing: publish-routes.ts. */
export function draftRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: CatalogueContext,
): void {
  const { db, reference } = context

  registerOperation(http, httpContext, listCatalogue, async ({ session }) => ({
    ok: true,
    value: { items: await catalogueRows(context, session) },
  }))

  registerOperation(http, httpContext, startDraft, async ({ body, session }) => {
    const { regionCode, actor } = session
    const { itemId, kind, commandId } = body
    const item = reference.findItem(itemId)
    const departmentId = departmentOf(item, actor)
    if (departmentId === undefined) return refuse('not-permitted', '您的账号没有所属部门。')
    const refused = mayWrite(actor, departmentId)
    if (refused !== null) return refuse(refused.violation.code, refused.violation.sentence)
    const open = await findOpenDraft(db, regionCode, itemId, kind)
    if (open !== undefined) {
      const own = mayWrite(actor, open.departmentId)
      if (own !== null) return refuse(own.violation.code, own.violation.sentence)
      return { ok: true, value: await draftView(context, regionCode, open, actor) }
    }
    const starting = startingContent(reference, itemId, kind)
    if (starting === undefined)
      return refuse('unknown-item', '没有这个事项；新事项请先起草事项要素，发布后再起草指南。')
    const at = context.clock(regionCode)
    const content = ownedBy(starting.content, departmentId, item === undefined)
    const draft = newDraft({ ...starting, content, itemId, departmentId, by: actor, at })
    const text = draft.basedOn === null ? '新起草' : `以第 ${draft.basedOn} 版为底稿`
    const started = await startNewDraft(db, regionCode, draft, {
      commandId,
      by: actor,
      at,
      action: 'started',
      detail: { text },
    })
    // Two editors at once: both go on with the one that came first.
    const shown = started ? draft : await findOpenDraft(db, regionCode, itemId, kind)
    if (shown === undefined) return refuse('draft-closed', '草稿刚刚被他人办结，请重新打开。')
    return { ok: true, value: await draftView(context, regionCode, shown, actor) }
  })

  registerOperation(http, httpContext, getDraft, async ({ params, session }) => {
    const found = await draftFor(context, session, params.draftId)
    if (isAnswer(found)) return found
    return { ok: true, value: await draftView(context, session.regionCode, found, session.actor) }
  })

  registerOperation(http, httpContext, saveDraft, async ({ params, body, session }) => {
    const { guide, item, document, reason } = body
    const content = contentOf(guide, item)
    if (content === undefined)
      return refuse('invalid-input', '请只提交与草稿种类相符的一份内容。', {
        fields: [{ field: 'guide', message: '指南草稿提交 guide，事项要素草稿提交 item' }],
      })
    const change: DraftChange = { type: 'edit', content, document: document as never, reason }
    return await changeStoredDraft(context, session, { ...params, ...body, change })
  })

  for (const [operation, type] of [
    [submitDraft, 'submit'],
    [confirmDraft, 'confirm'],
    [discardDraft, 'discard'],
  ] as const)
    registerOperation(
      http,
      httpContext,
      operation,
      async ({ params, body, session }) =>
        await changeStoredDraft(context, session, { ...params, ...body, change: { type } }),
    )

  registerOperation(
    http,
    httpContext,
    returnDraft,
    async ({ params, body, session }) =>
      await changeStoredDraft(context, session, {
        ...params,
        ...body,
        change: { type: 'return', reason: body.reason },
      }),
  )
}

function contentOf(guide: unknown, item: unknown): DraftContent | undefined {
  if ((guide === undefined) === (item === undefined)) return undefined
  return guide === undefined
    ? { kind: 'item', item: item as never }
    : { kind: 'guide', guide: guide as never }
}

/** A new item begins as the writer's own department's. */
function ownedBy(
  content: DraftContent,
  departmentId: Extract<DraftContent, { kind: 'item' }>['item']['departmentId'],
  isNew: boolean,
): DraftContent {
  return content.kind === 'item' && isNew
    ? { ...content, item: { ...content.item, departmentId } }
    : content
}
