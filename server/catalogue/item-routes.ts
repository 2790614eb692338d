import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { getGuide, type GuideRecord, listItems, type ItemRow } from '../../contract/catalogue.ts'
import type { SealRoute } from '../../domain/application/application.ts'
import type { CatalogueHeading } from '../../domain/catalogue/bundle.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import { inForceOn } from '../../domain/catalogue/versions/in-force.ts'
import { statusSentence } from '../../domain/catalogue/versions/status-words.ts'
import { needsModeConfirmation, sealRoute } from '../../domain/sealing/seal-route.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { wireCopy } from '../http/wire-copy.ts'
import { fullPinyin } from './full-pinyin.ts'
import { scheduledOf } from './publish/scheduled-version.ts'
import { effectiveModes } from './seal-modes.ts'

/** What people browse by. */
export type CatalogueHeadings = {
  readonly topics: readonly CatalogueHeading[]
  readonly lifeEvents: readonly CatalogueHeading[]
}

/** The catalogue as everyone reads it: items by the annex, and the guide in force today. */
export function itemRoutes(
  http: FastifyInstance,
  context: HttpContext,
  reference: ReferenceData,
  headings: CatalogueHeadings,
): void {
  registerOperation(http, context, listItems, async () => {
    const today = localDateOf(context.clock(context.regionCode))
    const modes = await effectiveModes(context.db, context.regionCode)
    return {
      ok: true,
      derivedFrom: [reference.items, today, JSON.stringify([...modes])],
      value: () => ({
        items: reference.items
          .filter((item) => isListed(reference, item, today))
          .map((item) => itemRow(reference, item, today, modes.get(item.itemId) ?? null))
          .toSorted(byAnnex),
        topics: headings.topics.map((heading) => ({ ...heading })),
        lifeEvents: headings.lifeEvents.map((heading) => ({ ...heading })),
      }),
    }
  })
  registerOperation(http, context, getGuide, async ({ params }) => {
    const today = localDateOf(context.clock(context.regionCode))
    const item = reference.findItem(params.itemId)
    if (item === undefined) return refuse('not-found', '没有这个事项，请从事项清单中选择。')
    const guide = reference.findGuideInForce(item.itemId, today)
    if (guide === undefined) return { ok: false, violation: { code: 'guide-not-published' } }
    const mode = (await effectiveModes(context.db, context.regionCode)).get(item.itemId) ?? null
    return {
      ok: true,
      derivedFrom: [reference.items, guide, today, mode],
      value: () => ({
        ...guideRecord(guide),
        item: itemRow(reference, item, today, mode),
        sichuanCodes: [...item.sichuanCodes],
        partnerNames: guide.partnerIds.map((id) => reference.getOrganisation(id).name),
        sealModeUnconfirmed: needsModeConfirmation(item, mode),
      }),
    }
  })
}

/** All of the guide but what the view says by name. */
function guideRecord(guide: ServiceGuide): z.input<typeof GuideRecord> {
  const { itemId: _itemId, partnerIds: _partnerIds, ...record } = guide
  return wireCopy(record)
}

function itemRow(
  reference: ReferenceData,
  item: ServiceItem,
  today: LocalDate,
  mode: SealRoute | null,
): z.input<typeof ItemRow> {
  const guide = reference.findGuideInForce(item.itemId, today)
  return {
    itemId: item.itemId,
    annexNumber: item.annexNumber ?? null,
    name: item.name,
    pinyinInitials: item.pinyinInitials,
    pinyin: [item.name, ...item.words.synonyms].map(fullPinyin),
    departmentId: item.departmentId,
    departmentName: reference.getOrganisation(item.departmentId).shortName,
    status: item.status,
    levelMark: item.levelMark,
    remark: item.remark,
    handledBy: item.handledBy,
    statutoryDays: guide?.statutoryDays ?? 0,
    committedDays: guide?.committedDays ?? 0,
    confirmation: guide?.confirmation ?? 'baseline',
    guideVersion: guide?.version ?? null,
    sealRoute: sealRoute(item, today, mode),
    synonyms: [...item.words.synonyms],
    audience: [...item.words.audience],
    topics: [...item.words.topics],
    lifeEvents: [...item.words.lifeEvents],
    nameEn: item.words.nameEn,
    statusSentence: statusSentence(item),
    itemVersion: inForceOn(reference.itemVersions(item.itemId), today)?.version ?? 1,
    scheduled: scheduledOf(reference, item, today),
    changeLog: `/api/catalogue/changes?itemId=${item.itemId}`,
  }
}

/** An item that is only being written is nobody's to find before its first day is known. */
function isListed(reference: ReferenceData, item: ServiceItem, today: LocalDate): boolean {
  return item.status !== 'draft' || scheduledOf(reference, item, today) !== null
}

function byAnnex(a: z.input<typeof ItemRow>, b: z.input<typeof ItemRow>): number {
  return (a.annexNumber ?? 999) - (b.annexNumber ?? 999)
}
