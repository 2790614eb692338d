import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import {
  SPECIAL_PROCEDURES,
  type SpecialProcedure,
} from '../../../../domain/application/application.ts'
import { PROCEDURE_NAME } from '../../../../domain/deadline/clock-words.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'

/** A pause of the clocks (Art 45): one of eight, and how long it will take is told in writing. */
export function ProcedureForm({ onAct }: ActFormProps) {
  const [kind, setKind] = useState<SpecialProcedure>()
  const [days, setDays] = useState<number | null>(null)
  const reason = kind === undefined ? '请选择程序' : days === null ? '请填写所需工作日' : null
  return (
    <div className="form row">
      <label>
        程序
        <Select
          aria-label="特别程序"
          value={kind}
          placeholder="八种之一"
          options={SPECIAL_PROCEDURES.map((value) => ({ value, label: PROCEDURE_NAME[value] }))}
          onChange={setKind}
        />
      </label>
      <label>
        需要
        <InputNumber
          aria-label="所需工作日"
          min={1}
          max={365}
          precision={0}
          value={days}
          onChange={setDays}
        />
        个工作日
      </label>
      <p className="sec small">
        所需时间书面告知申请人，不计入办理期限（许可法第四十五条）。现场核查、公示、等待签批不能暂停计时。
      </p>
      <ActButton
        label="预览告知书"
        reason={reason}
        onAct={() => {
          if (kind !== undefined && days !== null)
            onAct({
              name: 'begin-procedure',
              fields: { kind, days },
              title: '特别程序告知书',
              confirmLabel: `启动${PROCEDURE_NAME[kind]}`,
            })
        }}
      />
    </div>
  )
}
