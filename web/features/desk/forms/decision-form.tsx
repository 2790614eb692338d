import { Radio } from 'antd'
import { useState } from 'react'
import { useTextDraft } from '../../../ui/use-draft.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'
import { ReasonArea } from './reason-area.tsx'

/** Characters the reasons of a refusal need at least: facts, article, conclusion. */
const LEAST_REASON = 20

/** The decision (决定): the document is read before it is made. */
export function DecisionForm({ application, onAct }: ActFormProps) {
  const [outcome, setOutcome] = useState<'grant' | 'refuse'>('grant')
  const reason = useTextDraft(`decide:${application.applicationId}`)
  const written = reason.value.trim()
  const refuse = outcome === 'refuse'
  const short = refuse && Array.from(written).length < LEAST_REASON
  return (
    <div className="form">
      <Radio.Group
        aria-label="决定"
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as 'grant' | 'refuse')}
        options={[
          { value: 'grant', label: '准予许可' },
          { value: 'refuse', label: '不予许可' },
        ]}
      />
      <ReasonArea
        label={refuse ? '不予许可的理由' : '说明（可不填）'}
        draft={reason}
        hint={refuse ? '写明事实、依据的条款和结论；救济途径由系统写入决定书' : ''}
        max={4000}
        {...(refuse ? { least: LEAST_REASON } : {})}
      />
      <ActButton
        label="预览决定书"
        reason={short ? `理由不少于 ${LEAST_REASON} 个字` : null}
        onAct={() =>
          onAct({
            name: 'decide',
            fields: { outcome, reason: written },
            title: refuse ? '不予行政许可决定书' : '准予行政许可决定书',
            confirmLabel: refuse ? '不予许可' : '准予许可',
            warning: '决定作出后不能更改。',
          })
        }
      />
    </div>
  )
}
