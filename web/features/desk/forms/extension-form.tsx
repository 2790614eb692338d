import { useTextDraft } from '../../../ui/use-draft.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'
import { ReasonArea } from './reason-area.tsx'

/** Extension (延期): once, by the head, and the reasons are told to the applicant. */
export function ExtensionForm({ application, onAct }: ActFormProps) {
  const reason = useTextDraft(`extend:${application.applicationId}`)
  const written = reason.value.trim()
  const days = application.item.partnerNames.length > 0 ? 15 : 10
  return (
    <div className="form">
      <ReasonArea
        label="延期理由"
        draft={reason}
        rows={2}
        hint={`经批准可以延长 ${days} 个工作日，只能延长一次；理由告知申请人`}
      />
      <ActButton
        label="预览告知书"
        reason={written === '' ? '请填写延期理由' : null}
        onAct={() =>
          onAct({
            name: 'extend',
            fields: { reason: written },
            title: '延长办理期限告知书',
            confirmLabel: `延长 ${days} 个工作日`,
          })
        }
      />
    </div>
  )
}
