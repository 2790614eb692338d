import { z } from 'zod'
import { DiffLine } from './catalogue-changes.ts'
import { GuideContent } from './guide-schema.ts'
import { ItemContent, ItemId } from './item-schema.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing } from './shared.ts'

// Items and guides as files: JSON and XLSX out, the same back in as drafts. Nothing imported is ever published directly.

const EXPORTERS = [
  'catalogue-editor',
  'catalogue-confirmer',
  'decider',
  'department-head',
  'supervisor',
] as const
const IMPORTERS = ['catalogue-editor'] as const

/** The JSON file. Items of other departments are answered as errors. */
export const CatalogueFile = z.strictObject({
  format: z.literal('yichuang-catalogue'),
  formatVersion: z.literal(1),
  items: z
    .array(
      z.strictObject({
        itemId: ItemId,
        /** Absent: the item stays as it is. */
        item: ItemContent.optional(),
        /** Absent: the guide stays as it is. */
        guide: GuideContent.optional(),
      }),
    )
    .max(1000),
})
export type CatalogueFile = z.output<typeof CatalogueFile>

/** `?itemId=` one item; without it every item the person may read. */
export const exportCatalogue = operation({
  operationId: 'exportCatalogue',
  method: 'GET',
  path: '/api/catalogue/export/:format',
  access: EXPORTERS,
  summary: '导出事项和指南（JSON 或者 XLSX）；template 为带下拉选项的空表',
  params: z.strictObject({ format: z.enum(['json', 'xlsx', 'template']) }),
  query: z.strictObject({ itemId: ItemId.optional(), departmentId: ItemId.optional() }),
  body: NoBody,
  reply: z.unknown(),
  answers: 'file',
})

/** One thing wrong with an imported file. For JSON `sheet` is empty and `place` a path; for XLSX `place` is a cell. */
export const ImportError = z.strictObject({
  sheet: z.string(),
  row: z.int().nullable(),
  /** `items.0.guide.materials.3.basis` or `C7` */
  place: z.string(),
  message: z.string(),
})
export type ImportError = z.output<typeof ImportError>

/**
 * First step: what the file would change. Multipart, one file (.json or .xlsx). With errors nothing can be applied:
 * an XLSX comes back from `getImportWorkbook` with its 错误 column filled.
 */
export const previewImport = operation({
  operationId: 'previewImport',
  method: 'POST',
  path: '/api/catalogue/imports',
  access: IMPORTERS,
  summary: '导入预览：逐行检查，列出将发生的变化',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    /** Names the import for the second step, for a day. */
    token: z.string(),
    errors: z.array(ImportError),
    /** More errors than are listed. */
    errorsInAll: z.int(),
    hasWorkbook: z.boolean(),
    changes: z.array(
      z.strictObject({
        itemId: z.string(),
        itemName: z.string(),
        kind: z.enum(['guide', 'item']),
        /** An open draft whose content would be replaced. */
        replacesDraft: z.boolean(),
        lines: z.array(DiffLine),
      }),
    ),
    /** Items of the file that say what is in force already. */
    unchanged: z.int(),
  }),
  sends: 'multipart',
})

const ImportParams = z.strictObject({ importId: z.uuid('导入标识不是有效的 UUID') })

export const getImportWorkbook = operation({
  operationId: 'getImportWorkbook',
  method: 'GET',
  path: '/api/catalogue/imports/:importId/workbook',
  access: IMPORTERS,
  summary: '带“错误”列的导入表',
  params: ImportParams,
  query: Nothing,
  body: NoBody,
  reply: z.unknown(),
  answers: 'file',
})

/** Second step: every change becomes a draft. Asked again, it answers the same drafts. */
export const applyImport = operation({
  operationId: 'applyImport',
  method: 'POST',
  path: '/api/catalogue/imports/:importId/apply',
  access: IMPORTERS,
  summary: '按预览导入为草稿',
  params: ImportParams,
  query: Nothing,
  body: z.strictObject({ commandId: z.uuid() }),
  reply: z.strictObject({ draftIds: z.array(z.string()) }),
})
