import { Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { useTextDraft } from '../../../ui/use-draft.ts'
import type { ActFormProps } from '../act-form.tsx'
import { certificateTerm, type TermChoice } from '../certificate-term.ts'
import { ActButton } from './act-button.tsx'
import { ReasonArea } from './reason-area.tsx'

/** The certificate (制证): its term, and what it says beyond name and holder. */
export function CertificateForm({ application, onAct }: ActFormProps) {
  const { guide, applicant, certificate } = application
  const [choice, setChoice] = useState<TermChoice>('guide')
  const [years, setYears] = useState<number | null>(guide.validityYears)
  const [until, setUntil] = useState('')
  const content = useTextDraft(`certificate:${application.applicationId}`)
  const term = certificateTerm({ choice, years, until }, guide.validityYears, application.today)
  return (
    <div className="form">
      <div className="row">
        <Radio.Group
          aria-label="有效期"
          value={choice}
          onChange={(event) => setChoice(event.target.value as TermChoice)}
          options={[
            {
              value: 'guide',
              label: guide.validityYears
                ? `按指南 ${guide.validityYears} 年`
                : '按指南，不设有效期',
            },
            { value: 'years', label: '另定年数' },
            { value: 'until', label: '至指定日期' },
          ]}
        />
        {choice === 'years' && (
          <InputNumber
            aria-label="有效年数"
            min={1}
            max={100}
            precision={0}
            value={years}
            onChange={setYears}
          />
        )}
        {choice === 'until' && (
          <Input
            type="date"
            aria-label="有效期至"
            className="day"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </div>
      <ReasonArea
        label="许可内容"
        draft={content}
        rows={2}
        hint="证照上除名称、持有人和有效期之外要写的内容，如范围、地点、规模"
      />
      <ActButton
        label={certificate ? '重新制证' : '制证'}
        reason={term.fault}
        onAct={() =>
          onAct({
            name: 'make-certificate',
            fields: { years: term.years, until: term.until, content: content.value.trim() },
            title: `制作${guide.certificateName}`,
            confirmLabel: '制证',
            warning: certificate
              ? '将成为新的一版：已发出的准予许可函不再有效，需要重新出函。'
              : undefined,
            summary: (
              <dl className="summary">
                <dt>证照</dt>
                <dd>{guide.certificateName}</dd>
                <dt>持有人</dt>
                <dd>{applicant.name}</dd>
                <dt>有效期</dt>
                <dd>{term.words}</dd>
                <dt>许可内容</dt>
                <dd>{content.value.trim() || '不另写'}</dd>
              </dl>
            ),
          })
        }
      />
    </div>
  )
}
