import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { exportApplications, type ExportQuery } from '../../contract/exports.ts'
import { asApiProblem } from '../api/api-problem.ts'
import { addressOf } from '../api/call.ts'
import { exportCountQuery } from '../api/queries.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { ExportFilterRows, type ChosenFilters } from './export-filter-rows.tsx'
import './export-list.css'

const FORMATS = [
  ['xlsx', 'Excel 工作簿（XLSX）'],
  ['csv', '纯文本表格（CSV）'],
] as const satisfies readonly (readonly [ExportQuery['format'], string])[]
const MANY = 100_000

/** Filters and format, and how many that would be; the browser takes the file as it comes. */
export function ExportListDialog(props: { choosesDepartment: boolean; onClose: () => void }) {
  const [filters, setFilters] = useState<ChosenFilters>({})
  const [format, setFormat] = useState<ExportQuery['format']>('xlsx')
  const { data, error, isFetching, refetch } = useQuery(exportCountQuery(filters))
  const take = async () => {
    // Others may have begun meanwhile: asked once more before the browser begins a download that would fail.
    const { data: now } = await refetch()
    if (now === undefined || now.busy || now.applications === 0) return
    download(addressOf(exportApplications.path, {}, { format, ...filters }))
    props.onClose()
  }
  return (
    <ConfirmDialog
      title="导出办件清单"
      confirmLabel="导出"
      ready={data !== undefined && !data.busy && data.applications > 0}
      problem={error ? asApiProblem(error) : null}
      warning={data?.busy ? '现在已有两份清单正在导出，请过一两分钟再试。' : undefined}
      onConfirm={() => void take()}
      onClose={props.onClose}
    >
      <div className="short-form export-form">
        <ExportFilterRows
          filters={filters}
          choosesDepartment={props.choosesDepartment}
          onChange={setFilters}
        />
        <div className="row tall">
          <span>格式</span>
          <div className="choices" role="radiogroup" aria-label="格式">
            {FORMATS.map(([name, label]) => (
              <label key={name}>
                <input
                  type="radio"
                  name="export-format"
                  checked={format === name}
                  onChange={() => setFormat(name)}
                />{' '}
                {label}
              </label>
            ))}
          </div>
        </div>
      </div>
      <p className="export-count" role="status">
        {countWords(isFetching && data === undefined ? undefined : data?.applications)}
      </p>
      <p className="sec small">
        申请人与列表中一样遮盖。文件第一行写有您的姓名、时间和条件，每次导出都记入审计。
      </p>
    </ConfirmDialog>
  )
}

function countWords(count: number | undefined): string {
  if (count === undefined) return '正在数…'
  if (count === 0) return '没有符合条件的办件'
  return count >= MANY ? `共 ${MANY} 件以上` : `共 ${count} 件`
}

/** The browser's own download: a file of any size, with its progress and its end. */
function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
