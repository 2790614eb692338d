import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import {
  applyImport,
  getImportWorkbook,
  previewImport,
} from '../../../../contract/catalogue-exchange.ts'
import { asApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { KIND_WORDS } from '../catalogue-words.ts'
import { useCatalogueAct } from '../use-catalogue-act.ts'
import { DiffTable } from '../versions/diff-table.tsx'
import { importPlace } from './import-place.ts'
import { saveFile } from './save-file.ts'

type Preview = z.output<typeof previewImport.reply>

/** First what the file would change, row by row what is wrong with it, then drafts. Nothing imported is published. */
export function ImportDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [name, setName] = useState('')
  const read = useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData()
      body.set('file', file)
      return await call(previewImport, { body: body as never })
    },
  })
  const apply = useCatalogueAct((token: string, commandId) =>
    call(applyImport, { params: { importId: token }, body: { commandId } }),
  )
  const preview = read.data
  const ready = preview !== undefined && preview.errorsInAll === 0 && preview.changes.length > 0
  const run = async () => {
    if (preview && (await apply.run(preview.token))) onDone()
  }
  const problem = read.error ? asApiProblem(read.error) : apply.problem
  return (
    <div className="wide-dialog">
      <ConfirmDialog
        title="导入事项和指南"
        confirmLabel={ready ? `导入为 ${preview.changes.length} 份草稿` : '导入为草稿'}
        ready={ready}
        busy={apply.busy}
        problem={problem}
        onConfirm={() => void run()}
        onClose={onClose}
      >
        <p className="sec">
          选择 XLSX（先下载模板，或者先导出再改）或者 JSON
          文件。先检查、列出变化，您确认以后成为草稿，仍要送审和确认才能发布。
        </p>
        <label className="btn file">
          选择文件
          <input
            type="file"
            className="sr-only"
            accept=".xlsx,.json,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              // Choosing the same file again, mended meanwhile, reads it again.
              event.target.value = ''
              if (file === undefined) return
              setName(file.name)
              read.mutate(file)
            }}
          />
        </label>
        {name !== '' && <p>{name}</p>}
        {read.isPending && <p role="status">正在检查…</p>}
        {preview && <PreviewOf preview={preview} />}
      </ConfirmDialog>
    </div>
  )
}

function PreviewOf({ preview }: { preview: Preview }) {
  const workbook = useMutation({
    mutationFn: async () =>
      saveFile(
        (await call(getImportWorkbook, { params: { importId: preview.token } })) as Blob,
        '导入错误.xlsx',
      ),
  })
  return (
    <div className="import-preview">
      {preview.errorsInAll > 0 && (
        <div className="problem-note" role="alert">
          <p>
            <b>有 {preview.errorsInAll} 处错误，没有导入任何内容。</b>
            {preview.hasWorkbook && '错误已写在表格的“错误”列，改好后重新选择文件。'}
          </p>
          <ul>
            {preview.errors.map(({ sheet, row, place, message }, at) => (
              <li key={at}>
                {importPlace({ sheet, row, place })}：{message}
              </li>
            ))}
          </ul>
          {preview.hasWorkbook && (
            <button
              type="button"
              className="btn"
              disabled={workbook.isPending}
              onClick={() => workbook.mutate()}
            >
              下载标了错误的表格
            </button>
          )}
        </div>
      )}
      {preview.errorsInAll === 0 && (
        <p role="status">
          {preview.changes.length === 0
            ? '文件与现行内容完全相同，不需要导入。'
            : `${preview.changes.length} 份内容有变化，${preview.unchanged} 项没有变化。`}
        </p>
      )}
      {preview.changes.map((change) => (
        <details key={`${change.itemId}/${change.kind}`} open={preview.changes.length === 1}>
          <summary>
            {change.itemName} · {KIND_WORDS[change.kind]} · {change.lines.length} 处
            {change.replacesDraft && <span className="tag amber">替换已有草稿的内容</span>}
          </summary>
          <DiffTable diff={{ beforeTitle: '现在', afterTitle: '导入后', lines: change.lines }} />
        </details>
      ))}
    </div>
  )
}
