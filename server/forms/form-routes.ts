import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/forms.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { Database } from '../database/connect.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { wireCopy } from '../http/wire-copy.ts'
import { formDraftRoutes } from './form-draft-routes.ts'
import type { FormShelf } from './form-shelf.ts'

export type FormContext = {
  readonly db: Database
  readonly reference: ReferenceData
  readonly shelf: FormShelf
}

const NO_FORM = refuse('form-not-found', '本事项没有在线表单，请按办事指南的材料清单准备。')
const NO_VERSION = refuse('form-not-found', '没有这个版本的表单，请回到事项页面重新打开。')

/** Forms as everyone reads them; editing is in form-draft-routes. */
export function formRoutes(http: FastifyInstance, context: HttpContext, forms: FormContext): void {
  const { reference, shelf } = forms
  registerOperation(http, context, contract.getForm, async ({ params }) => {
    const item = reference.findItem(params.itemId)
    if (item === undefined) return refuse('not-found', '没有这个事项，请从事项清单中选择。')
    const today = localDateOf(context.clock(context.regionCode))
    const guide = reference.findGuideInForce(item.itemId, today)
    if (guide === undefined) return { ok: false, violation: { code: 'guide-not-published' } }
    const form = guide.formId === null ? undefined : shelf.findInForce(guide.formId)
    return form === undefined ? NO_FORM : derived(form)
  })
  registerOperation(http, context, contract.getFormVersion, async ({ params }) => {
    const form = shelf.findVersion(params.formId, params.version)
    return form === undefined ? NO_VERSION : derived(form)
  })
  registerOperation(http, context, contract.listElements, async () => {
    const elements = shelf.elements()
    return {
      ok: true,
      derivedFrom: [elements],
      value: () => ({
        elements: wireCopy(elements),
      }),
    }
  })
  formDraftRoutes(http, context, forms)
}

function derived(form: FormDefinition) {
  return {
    ok: true as const,
    derivedFrom: [form],
    value: () => wireCopy(form),
  }
}
