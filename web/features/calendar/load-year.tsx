import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { loadCalendarYear } from '../../../contract/calendar.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { readYear, type YearToLoad } from './read-year.ts'

/** Loads an announced year: the file is checked here, shown in one sentence, then confirmed. */
export function LoadYear({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const read = text.trim() === '' ? null : readYear(text)
  const ready = read !== null && typeof read !== 'string' ? read : null
  const load = useMutation({
    mutationFn: async ({ year, body }: YearToLoad) =>
      await call(loadCalendarYear, { params: { year }, body }),
    onSuccess: async () => await queries.invalidateQueries(),
  })
  const confirm = () => {
    if (load.isSuccess) onClose()
    else if (ready !== null) load.mutate(ready)
  }
  return (
    <Modal
      open
      title="载入一年的放假安排"
      okText={load.isSuccess ? '完成' : '确认载入'}
      cancelText="取消"
      okButtonProps={{ disabled: ready === null, loading: load.isPending }}
      onOk={confirm}
      onCancel={onClose}
      width={720}
    >
      <div className="load-year">
        <p>
          <label>
            选择文件（JSON：year、announced、document、days）：
            <input
              type="file"
              accept="application/json,.json"
              onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
            />
          </label>
        </p>
        <textarea
          aria-label="放假安排 JSON"
          value={text}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
        />
        {typeof read === 'string' && <p role="alert">{read}</p>}
        {ready !== null && !load.isSuccess && (
          <p>
            {ready.year} 年，{ready.body.announced ? '已公布' : '暂定'}，依据 {ready.body.document}
            ，共 {ready.body.days.length} 天。载入后未办结的办件将重新计算期限。
          </p>
        )}
        {load.isSuccess && (
          <p role="status">
            已载入。重新计算后期限有变动的办件 {load.data.applicationsMoved}{' '}
            件，前后结果已记入各件留痕。
          </p>
        )}
        {load.error && <ProblemNote problem={asApiProblem(load.error)} />}
      </div>
    </Modal>
  )
}
