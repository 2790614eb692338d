import { Radio } from 'antd'
import { useState } from 'react'
import { useTextDraft } from '../../../ui/use-draft.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'
import { ReasonArea } from './reason-area.tsx'

type Kind = 'penalty' | 'withdrawn' | 'annulled'
const KINDS = [
  { value: 'penalty', label: '吊销（行政处罚，抄送审批局）' },
  { value: 'withdrawn', label: '撤销（许可法第六十九条）' },
  { value: 'annulled', label: '注销（许可法第七十条）' },
] as const

/** The end of a licence that was granted: three ways in law, each with its reason. */
export function RevocationForm({ application, onAct }: ActFormProps) {
  const isSealed = application.sealing !== null
  const [kind, setKind] = useState<Kind | undefined>(isSealed ? undefined : 'withdrawn')
  const reason = useTextDraft(`revoke:${application.applicationId}`)
  const broken = application.commitments.filter(({ state }) => state === 'broken')
  const written = reason.value.trim()
  const fault = kind === undefined ? '请选择方式' : written === '' ? '请填写事实和依据' : null
  const word = KINDS.find(({ value }) => value === kind)?.label.slice(0, 2) ?? ''
  return (
    <div className="form">
      <Radio.Group
        aria-label="方式"
        value={kind}
        options={KINDS.filter(({ value }) => isSealed || value === 'withdrawn')}
        onChange={(event) => setKind(event.target.value as Kind)}
      />
      {broken.length > 0 && (
        <p className="told">
          第 {broken.map(({ material }) => material).join('、')}{' '}
          项材料的承诺经核查不实，可以作为撤销的事实；撤销前应当告知申请人并听取陈述、申辩（许可法第六十九条第二款、国办发〔2020〕42号）。
        </p>
      )}
      <ReasonArea label="事实和依据" draft={reason} rows={2} />
      <ActButton
        label="下一步"
        reason={fault}
        onAct={() => {
          if (kind !== undefined)
            onAct({
              name: 'revoke',
              fields: { kind, reason: written },
              title: kind === 'penalty' ? '吊销许可证件抄送函' : `${word}许可？`,
              confirmLabel: word,
              warning: isSealed
                ? `${word}后证照立即失效，核验时显示为无效，不能恢复。`
                : '撤销后本件终止，不再制证、盖章、出件，不能恢复。撤销决定书由本部门依法另行制作送达。',
              summary: (
                <p>
                  {application.certificate === null
                    ? `${application.item.name}的准予许可决定`
                    : `${application.certificate.name} ${application.certificate.number}`}
                  ，持有人
                  {application.applicant.name}。理由：{written}
                </p>
              ),
            })
        }}
      />
    </div>
  )
}
