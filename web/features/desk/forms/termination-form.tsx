import { useTextDraft } from '../../../ui/use-draft.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'
import { ReasonArea } from './reason-area.tsx'

/** The applicant died or was dissolved, or the subject is gone. */
export function TerminationForm({ application, onAct }: ActFormProps) {
  const reason = useTextDraft(`terminate:${application.applicationId}`)
  const written = reason.value.trim()
  return (
    <div className="form">
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
            fields: { reason: written },
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
