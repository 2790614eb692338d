import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as contract from '../../contract/guide-print.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { formSheet } from './form-sheet.ts'
import { guideSheet } from './guide-sheet.ts'
import { createPrintShop, type Sheet } from './print-shop.ts'
import { sheetPlaces } from './sheet-places.ts'

export type GuidePrintContext = {
  readonly reference: ReferenceData
  readonly portalUrl: string
  readonly findForm: (formId: string) => FormDefinition | undefined
  /** The renderer: PDF of a sheet. */
  readonly typeset: (sheet: Sheet) => Promise<Uint8Array>
}

const NO_ITEM = refuse('not-found', '没有这个事项，请从事项清单中选择。')
const NO_FORM = refuse('form-not-found', '本事项没有统一的表格，请按办事指南的材料清单准备。')
const BUSY = refuse('too-many-attempts', '正在打印的人太多，请稍后再试。', { retryAfterSeconds: 5 })

/** The guide and the empty form as paper: typeset once for each content, whoever asks. */
export function guidePrintRoutes(
  http: FastifyInstance,
  context: HttpContext,
  { reference, portalUrl, findForm, typeset }: GuidePrintContext,
): void {
  const shop = createPrintShop(typeset)

  const found = (itemId: string) => {
    const item = reference.findItem(itemId)
    if (item === undefined) return NO_ITEM
    const today = localDateOf(context.clock(context.regionCode))
    const guide = reference.findGuideInForce(item.itemId, today)
    if (guide === undefined)
      return { ok: false as const, violation: { code: 'guide-not-published' as const } }
    const form = guide.formId === null ? undefined : findForm(guide.formId)
    return { ok: true as const, item, guide, form }
  }

  const answer = async (
    sheet: Sheet,
    fileName: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const printed = await shop.print(sheet)
    if (printed === null) return BUSY
    void reply.header('etag', printed.tag).header('cache-control', 'public, no-cache')
    if (request.headers['if-none-match']?.includes(printed.tag)) {
      void reply.code(304).send()
      return { ok: true as const, hijacked: true as const }
    }
    return { ok: true as const, raw: printed.pdf, mediaType: 'application/pdf', fileName }
  }

  registerOperation(http, context, contract.guidePdf, async ({ params, request, reply }) => {
    const known = found(params.itemId)
    if (!known.ok) return known
    const { item, guide, form } = known
    const names = { item: item.name, form: form?.title ?? null, organisations: namesOf(guide) }
    const sheet: Sheet = {
      template: 'guide',
      sheet: guideSheet(guide, names, sheetPlaces(item, reference)),
      qrUrl: pageOf(item),
    }
    return await answer(sheet, `${item.name}办事指南.pdf`, request, reply)
  })

  registerOperation(http, context, contract.blankFormPdf, async ({ params, request, reply }) => {
    const known = found(params.itemId)
    if (!known.ok) return known
    const { item, guide, form } = known
    if (form === undefined) return NO_FORM
    const sheet: Sheet = {
      template: 'blank-form',
      sheet: formSheet(form, item.name, guide),
      qrUrl: pageOf(item),
    }
    return await answer(sheet, `${form.title}.pdf`, request, reply)
  })

  function pageOf({ itemId }: ServiceItem): string {
    return `${portalUrl}/items/${encodeURIComponent(itemId)}`
  }

  function namesOf({ partnerIds }: ServiceGuide): Record<string, string> {
    return Object.fromEntries(partnerIds.map((id) => [id, reference.getOrganisation(id).name]))
  }
}
