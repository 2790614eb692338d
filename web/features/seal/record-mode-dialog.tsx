import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { confirmSealMode } from '../../../contract/catalogue.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { disagreement, modeName, SEAL_MODES } from './seal-mode-words.ts'
import type { ModeRow } from './seal-modes.tsx'

type Mode = (typeof SEAL_MODES)[number][0]

/** One person's record: how the item is sealed, and the document it rests on. */
export function RecordModeDialog(props: { row: ModeRow; myName: string; onClose: () => void }) {
  const { row, myName } = props
  const mine = row.confirmedBy.includes(myName)
  const [mode, setMode] = useState<Mode | null>(mine ? modeOf(row.mode) : null)
  const [document, setDocument] = useState(mine ? (row.document ?? '') : '')
  const record = useRecordMode(row.itemId)
  const written = document.trim()
  const doubt =
    mode !== null && written !== '' ? disagreement(row, myName, { mode, document }) : undefined
  const first = row.mode !== null && !mine
  const confirm = async () => {
    if (mode !== null && (await record.run(mode, written))) props.onClose()
  }
  return (
    <ConfirmDialog
      title={first ? '复核登记用印方式' : '登记用印方式'}
      confirmLabel="登记"
      ready={mode !== null && written !== ''}
      busy={record.busy}
      problem={record.problem}
      warning={doubt}
      onConfirm={() => void confirm()}
      onClose={props.onClose}
    >
      <p>
        清单第 {row.annexNumber} 项“{row.name}”
      </p>
      {first ? (
        <p className="told">
          {row.confirmedBy.join('、')}已登记：{modeName(row.mode)}，文号“{row.document}
          ”。请您对照文件自行核对，登记同样的方式和文号后生效。
        </p>
      ) : (
        <p className="sec">登记后还须另一名印章管理员登记同样的方式和文号，才会生效。</p>
      )}
      <div className="short-form">
        <div className="row tall">
          <span>用印方式</span>
          <div className="modes" role="radiogroup" aria-label="用印方式">
            {SEAL_MODES.map(([name, label, meaning], index) => (
              <label key={name}>
                <input
                  type="radio"
                  name="seal-mode"
                  autoFocus={index === 0}
                  checked={mode === name}
                  onChange={() => setMode(name)}
                />
                <span>
                  {label}
                  <small className="sec">{meaning}</small>
                </span>
              </label>
            ))}
          </div>
        </div>
        <label className="row">
          <span>依据文号</span>
          <Input
            value={document}
            maxLength={100}
            placeholder="例如：阿审批发〔2026〕1号"
            onChange={(event) => setDocument(event.target.value)}
          />
        </label>
      </div>
    </ConfirmDialog>
  )
}

function modeOf(mode: string | null): Mode | null {
  return SEAL_MODES.find(([name]) => name === mode)?.[0] ?? null
}

function useRecordMode(itemId: string) {
  const queries = useQueryClient()
  const commandId = useCommandId()
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: (body: { mode: Mode; document: string }) =>
      call(confirmSealMode, {
        params: { itemId },
        body: { ...body, commandId: commandId.current() },
      }),
    onSuccess: async () => {
      commandId.settle()
      // What is sealed how may change whose list an application stands in.
      await queries.invalidateQueries()
    },
    onError: (raised) => commandId.settle(asApiProblem(raised)),
  })
  return {
    run: (mode: Mode, document: string) =>
      mutateAsync({ mode, document }).then(
        () => true,
        () => false,
      ),
    busy: isPending,
    problem: error ? asApiProblem(error) : null,
  }
}
