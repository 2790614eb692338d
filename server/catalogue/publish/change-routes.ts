import type { FastifyInstance } from 'fastify'
import {
  compareVersions,
  getItemVersion,
  listCatalogueChanges,
  listItemVersions,
} from '../../../contract/catalogue-changes.ts'
import type { DraftContent } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { itemTextOf } from '../../../domain/catalogue/draft/item-rules.ts'
import { standingOf } from '../../../domain/catalogue/versions/in-force.ts'
import { chineseDate, localDateOf } from '../../../domain/shared/local-date.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import type { ReferenceData } from '../../database/reference-data.ts'
import { registerOperation } from '../../http/register-operation.ts'
import { wireCopy } from '../../http/wire-copy.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { compareContents, diffNames } from '../draft/draft-changes.ts'
import { guideTextOf } from '../draft/new-draft.ts'
import { type Change, changesOf, loggedChanges } from './published-changes.ts'

const PAGE = 50

/** What everyone may read of the catalogue's past and future. */
export function changeRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: CatalogueContext,
): void {
  const { reference } = context
  const around = async () => ({
    logged: await loggedChanges(httpContext.db, httpContext.regionCode),
    today: localDateOf(httpContext.clock(httpContext.regionCode)),
  })

  registerOperation(http, httpContext, listCatalogueChanges, async ({ query }) => {
    const { logged, today } = await around()
    const { itemId, cursor, size = PAGE } = query
    const from = cursor === undefined ? 0 : Number(cursor)
    if (!Number.isSafeInteger(from) || from < 0)
      return refuse('invalid-input', '翻页标识不对，请从第一页重新查看。')
    const items = reference.items.filter((item) => itemId === undefined || item.itemId === itemId)
    const all = items
      .flatMap((item) => changesOf(reference, logged, item.itemId, today))
      // The list as it began is no change of it.
      .filter(({ version, publishedAt }) => version > 1 || publishedAt !== null)
      .toSorted(newestFirst)
    const page = all.slice(from, from + size)
    const nextCursor = from + size < all.length ? String(from + size) : null
    return {
      ok: true,
      derivedFrom: [reference.items, today, logged.size, from, size],
      value: () => ({ changes: page, nextCursor }),
    }
  })

  registerOperation(http, httpContext, listItemVersions, async ({ params }) => {
    const item = reference.findItem(params.itemId)
    if (item === undefined) return refuse('not-found', '没有这个事项，请从事项清单中选择。')
    const { logged, today } = await around()
    const versions = changesOf(reference, logged, item.itemId, today)
      .map((change) => ({
        ...change,
        standing: standingOf(
          change.kind === 'item'
            ? reference.itemVersions(item.itemId)
            : reference.guideVersions(item.itemId),
          change.version,
          today,
        ),
      }))
      .toSorted(newestFirst)
    return { ok: true, value: { itemId: item.itemId, name: item.name, versions } }
  })

  registerOperation(http, httpContext, getItemVersion, async ({ params }) => {
    const { itemId, kind, version } = params
    const { logged, today } = await around()
    const change = changesOf(reference, logged, itemId, today).find(
      (one) => one.kind === kind && one.version === version,
    )
    if (change === undefined) return NO_SUCH_VERSION
    const guide = reference.guideVersions(itemId).find((one) => one.version === version)
    const item = reference.itemVersions(itemId).find((one) => one.version === version)
    return {
      ok: true,
      value: {
        change,
        guide: kind === 'guide' && guide !== undefined ? wireCopy(guide) : null,
        item: kind === 'item' && item !== undefined ? wireCopy(itemTextOf(item.item)) : null,
      },
    }
  })

  registerOperation(http, httpContext, compareVersions, async ({ params, query }) => {
    const before = contentOf(reference, params.itemId, query.kind, query.from)
    const after = contentOf(reference, params.itemId, query.kind, query.to)
    if (before === undefined || after === undefined) return NO_SUCH_VERSION
    return {
      ok: true,
      value: {
        beforeTitle: before.title,
        afterTitle: after.title,
        lines: compareContents(before.content, after.content, diffNames(context)),
      },
    }
  })
}

const NO_SUCH_VERSION = refuse('not-found', '没有这个版本，请从版本列表中选择。')

/** One published version and the head of its column. */
export function contentOf(
  reference: ReferenceData,
  itemId: string,
  kind: 'guide' | 'item',
  version: number,
): { readonly content: DraftContent; readonly title: string } | undefined {
  if (kind === 'guide') {
    const guide = reference.guideVersions(itemId).find((one) => one.version === version)
    return guide && { content: { kind, guide: guideTextOf(guide) }, title: titleOf(guide) }
  }
  const found = reference.itemVersions(itemId).find((one) => one.version === version)
  return found && { content: { kind, item: itemTextOf(found.item) }, title: titleOf(found) }
}

function titleOf({ version, effectiveOn }: { version: number; effectiveOn: string }): string {
  return `第 ${version} 版（自${chineseDate(effectiveOn as never)}）`
}

function newestFirst(a: Change, b: Change): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? 1 : -1
  return b.version - a.version || Number(a.itemId > b.itemId) - Number(a.itemId < b.itemId)
}
