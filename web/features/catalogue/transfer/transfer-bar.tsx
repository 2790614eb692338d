import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { exportCatalogue } from '../../../../contract/catalogue-exchange.ts'
import { asApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { meQuery } from '../../../api/queries.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { saveFile } from './save-file.ts'

const FILES = [
  ['xlsx', 'XLSX', '事项清单.xlsx'],
  ['json', 'JSON', '事项清单.json'],
  ['template', null, '事项导入模板.xlsx'],
] as const
const EXPORTERS = [
  'catalogue-editor',
  'catalogue-confirmer',
  'decider',
  'department-head',
  'supervisor',
]

/** The list out as a file, and a file in as drafts. */
export function TransferBar({ onDone }: { onDone: () => void }) {
  const me = useQuery(meQuery()).data
  const role = me?.role ?? ''
  // What a department exports it can import again; the Bureau and the supervisor read the whole list.
  const departmentId = me?.body === 'department' ? me.organisationId : undefined
  const ofDepartment = departmentId === undefined ? '' : '本部门'
  const [importing, setImporting] = useState(false)
  const out = useMutation({
    mutationFn: async ([format, , name]: (typeof FILES)[number]) =>
      saveFile(
        (await call(exportCatalogue, { params: { format }, query: { departmentId } })) as Blob,
        name,
      ),
  })
  const finish = () => {
    setImporting(false)
    onDone()
  }
  if (!EXPORTERS.includes(role)) return null
  return (
    <div className="transfer">
      {out.error && <ProblemNote problem={asApiProblem(out.error)} />}
      {FILES.filter(([format]) => format !== 'template' || role === 'catalogue-editor').map(
        (file) => (
          <button
            key={file[0]}
            type="button"
            className="btn"
            disabled={out.isPending}
            onClick={() => out.mutate(file)}
          >
            {file[1] === null ? '下载导入模板' : `导出${ofDepartment} ${file[1]}`}
          </button>
        ),
      )}
      {role === 'catalogue-editor' && (
        <button type="button" className="btn primary" onClick={() => setImporting(true)}>
          导入
        </button>
      )}
      {importing && <ImportDialog onClose={() => setImporting(false)} onDone={finish} />}
    </div>
  )
}
