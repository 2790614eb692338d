import { Radio } from 'antd'
import { useState } from 'react'
import { useTextDraft } from '../../../ui/use-draft.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'
import { ReasonArea } from './reason-area.tsx'

/** The applicant died or was dissolved, or the subject is gone; or what was promised under 容缺 did not come, where the guide says so. */
export function TerminationForm({ application, onAct }: ActFormProps) {
  const reason = useTextDraft(`terminate:${application.applicationId}`)
  const written = reason.value.trim()
  const { tolerance } = application
  const mayLapse =
    tolerance !== null && tolerance.lapsedOn !== null && tolerance.outstanding.length > 0
  const [lapsed, setLapsed] = useState(false)
  return (
    <div className="form">
      {mayLapse && (
        <Radio.Group
          aria-label="终止的情形"
          value={lapsed}
          onChange={(event) => setLapsed(event.target.value as boolean)}
          options={[
            { value: false, label: '申请人死亡、单位终止或者许可事项不复存在' },
            {
              value: true,
              label: `容缺承诺逾期${tolerance.consequence === 'terminate' ? '（指南规定终止办理）' : '（指南没有规定终止，待部门确认）'}`,
              disabled: tolerance.consequence !== 'terminate',
            },
          ]}
        />
      )}
      <ReasonArea
        label="终止理由"
        draft={reason}
        rows={2}
        hint="申请人死亡、单位终止或者许可事项不复存在的事实和证明"
      />
      <ActButton
        label="终止办理"
        reason={written === '' ? '请填写终止理由' : null}
        onAct={() =>
          onAct({
            name: 'terminate',
            fields: { reason: written, ...(lapsed && { ground: 'tolerance-lapsed' as const }) },
            title: '终止办理？',
            confirmLabel: '终止办理',
            summary: (
              <p>
                {application.number} 将终止，之后不能恢复。理由：{written}
              </p>
            ),
          })
        }
      />
    </div>
  )
}
