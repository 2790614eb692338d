import { Input } from 'antd'
import { useState } from 'react'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'

/** What came back from the province: its number and term, as printed on it. */
export function ProvincialForm({ onAct }: ActFormProps) {
  const [number, setNumber] = useState('')
  const [until, setUntil] = useState('')
  return (
    <div className="form row">
      <label>
        证照编号
        <Input
          aria-label="省级证照编号"
          value={number}
          maxLength={100}
          placeholder="省级证照上的编号，没有可不填"
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <label>
        有效期至
        <Input
          type="date"
          aria-label="有效期至"
          className="day"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </label>
      <ActButton
        label="登记省级结果"
        reason={null}
        onAct={() =>
          onAct({
            name: 'receive-provincial-result',
            fields: { certificateNumber: number.trim() || null, until: until || null },
            title: '登记省级办理结果？',
            confirmLabel: '登记',
            summary: (
              <p>
                证照编号 {number.trim() || '未填'}，有效期{until ? `至 ${until}` : '不设'}
                。登记后由综合窗口出件。
              </p>
            ),
          })
        }
      />
    </div>
  )
}
