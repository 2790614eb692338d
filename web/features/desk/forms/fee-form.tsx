import { Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'

/** The fee (元), or that the person need not pay it. */
export function FeeForm({ application, onAct }: ActFormProps) {
  const due = (application.guide.fee?.amount ?? 0) - application.fee.paid
  const [amount, setAmount] = useState<number | null>(due)
  const [exempt, setExempt] = useState(false)
  const beyond = !exempt && (amount ?? 0) > due
  return (
    <div className="form row">
      <p>
        指南收费 {application.guide.fee?.amount ?? 0} 元（{application.guide.fee?.basis ?? '不收费'}
        ），已缴 {application.fee.paid} 元。
      </p>
      <label>
        实缴
        <InputNumber
          aria-label="实缴金额（元）"
          min={0}
          precision={2}
          disabled={exempt}
          value={exempt ? 0 : amount}
          onChange={setAmount}
        />
        元
      </label>
      <Checkbox checked={exempt} onChange={(event) => setExempt(event.target.checked)}>
        依法减免
      </Checkbox>
      <ActButton
        label="登记缴费"
        reason={!exempt && amount === null ? '请填写实缴金额' : null}
        onAct={() =>
          onAct({
            name: 'settle-fee',
            fields: { amount: exempt ? 0 : (amount ?? 0), exempt },
            title: exempt ? '登记减免？' : `登记缴费 ${amount ?? 0} 元？`,
            confirmLabel: exempt ? '登记减免' : '登记缴费',
            warning: beyond ? '超出办事指南的收费标准，登记后产生红牌。' : undefined,
            summary: (
              <p>
                {exempt ? '登记为依法减免，不再收费。' : `收到 ${amount ?? 0} 元。`}登记后可以制证。
              </p>
            ),
          })
        }
      />
    </div>
  )
}
