import type { FastifyInstance } from 'fastify'
import { uuidv7 } from 'uuidv7'
import {
  applyImport,
  exportCatalogue,
  getImportWorkbook,
  type ImportError,
  previewImport,
} from '../../../contract/catalogue-exchange.ts'
import { recordAccess } from '../../http/access-audit.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import { uploadedFile } from '../../http/uploaded-file.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { organisationNames } from '../draft/draft-changes.ts'
import { applyChange } from './apply-plan.ts'
import { catalogueFile, exportedItems, tooLongCell } from './export-catalogue.ts'
import { findImport, keepImport, markApplied } from './import-store.ts'
import { plannedChanges } from './planned-changes.ts'
import { readImport } from './read-import.ts'
import { workbookRows } from './workbook-rows.ts'
import { writeWorkbook } from './write-workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MOST_LISTED = 500
const EXPIRED = refuse('import-expired', '没有这次导入，或者已经超过一天，请重新上传文件。')

/** Items and guides as files, out and in again; in only as drafts. */
export function exchangeRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: CatalogueContext,
): void {
  const { db, reference } = context

  registerOperation(http, httpContext, exportCatalogue, async ({ params, query, session }) => {
    const { format } = params
    const items = format === 'template' ? [] : exportedItems(reference, query)
    if (format !== 'template' && items.length === 0)
      return refuse('not-found', '没有这个事项，请从事项清单中选择。')
    await recordAccess(db, session.regionCode, {
      action: 'catalogue-exported',
      actor: session.actor,
      subjectId: null,
      detail: { format, items: items.length },
    })
    if (format === 'json')
      return {
        ok: true,
        raw: JSON.stringify(catalogueFile(items), null, 2),
        mediaType: 'application/json; charset=utf-8',
        fileName: `事项清单${items.length === 1 ? ` ${items[0]?.itemId}` : ''}.json`,
        saveOnly: true,
      }
    const names = organisationNames(reference)
    const rows = workbookRows(items, names)
    const long = tooLongCell(rows)
    if (long !== undefined)
      return refuse('too-long-for-a-cell', `“${long}”表有一格超过 Excel 的长度，请导出 JSON。`)
    return {
      ok: true,
      raw: await writeWorkbook({ rows, names }),
      mediaType: XLSX,
      fileName: format === 'template' ? '事项导入模板.xlsx' : '事项清单.xlsx',
      saveOnly: true,
    }
  })

  registerOperation(http, httpContext, previewImport, async ({ request, session }) => {
    const { regionCode, actor } = session
    const file = await uploadedFile(request)
    if (file === undefined) return refuse('file-missing', '请选择要导入的 .json 或者 .xlsx 文件。')
    const read = await readImport(file, organisationNames(reference))
    if (!read.ok) return refuse(read.code, read.sentence)
    const plan = await plannedChanges(context, session, read.items)
    const errors: ImportError[] = [...read.errors, ...plan.errors.map(read.placed)]
    const workbook = errors.length === 0 ? null : await read.marked(errors)
    const token = uuidv7()
    await keepImport(db, regionCode, actor, token, {
      fileName: file.fileName,
      content: errors.length === 0 ? read.items : null,
      workbook,
    })
    return {
      ok: true,
      value: {
        token,
        errors: errors.slice(0, MOST_LISTED),
        errorsInAll: errors.length,
        hasWorkbook: workbook !== null,
        changes: plan.changes.map(({ itemId, itemName, content, open, lines }) => ({
          itemId,
          itemName,
          kind: content.kind,
          replacesDraft: open !== undefined,
          lines: [...lines],
        })),
        unchanged: plan.unchanged,
      },
    }
  })

  registerOperation(http, httpContext, getImportWorkbook, async ({ params, session }) => {
    const kept = await findImport(db, session.regionCode, session.actor, params.importId)
    if (kept?.workbook === undefined || kept.workbook === null) return EXPIRED
    return {
      ok: true,
      raw: kept.workbook,
      mediaType: XLSX,
      fileName: `错误标注 ${kept.fileName.replace(/\.\w+$/, '')}.xlsx`,
      saveOnly: true,
    }
  })

  registerOperation(http, httpContext, applyImport, async ({ params, session }) => {
    const { regionCode, actor } = session
    const kept = await findImport(db, regionCode, actor, params.importId)
    if (kept === undefined) return EXPIRED
    if (kept.applied !== null) return { ok: true, value: { draftIds: [...kept.applied] } }
    if (kept.content === null)
      return refuse('import-has-errors', '文件还有错误，请按标注改正后重新上传。')
    // Looked at again: what was opened, published or moved since the preview counts.
    const plan = await plannedChanges(context, session, kept.content)
    if (plan.errors.length > 0)
      return refuse('import-has-errors', '预览之后事项有了变化，请重新上传文件预览。')
    const draftIds: string[] = []
    for (const change of plan.changes) {
      const draftId = await applyChange(context, session, change, kept.fileName)
      if (draftId === null)
        return refuse('import-has-errors', '导入时有人正在修改同一份草稿，请重新上传文件预览。')
      draftIds.push(draftId)
    }
    await markApplied(db, regionCode, params.importId, draftIds)
    await recordAccess(db, regionCode, {
      action: 'catalogue-imported',
      actor,
      subjectId: params.importId,
      detail: { drafts: draftIds.length },
    })
    return { ok: true, value: { draftIds } }
  })
}
