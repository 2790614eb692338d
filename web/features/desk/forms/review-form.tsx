import { Radio } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../api/use-command.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useTextDraft } from '../../../ui/use-draft.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'
import { ReasonArea } from './reason-area.tsx'

/** The department's opinion (审核): it makes no document, so it is done at once. */
export function ReviewForm({ application, onDone }: ActFormProps) {
  const { applicationId, version } = application
  const [outcome, setOutcome] = useState<'pass' | 'fail'>('pass')
  const opinion = useTextDraft(`review:${applicationId}`)
  const { run, busy, problem } = useCommand('review')
  const written = opinion.value.trim()
  const send = async () => {
    const reply = await run({
      applicationId,
      expectedVersion: version,
      fields: { outcome, opinion: written },
    })
    if (reply === undefined) return
    opinion.clear()
    onDone(reply)
  }
  return (
    <div className="form">
      <Radio.Group
        aria-label="审核结论"
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as 'pass' | 'fail')}
        options={[
          { value: 'pass', label: '审核通过，建议准予许可' },
          { value: 'fail', label: '审核不通过，建议不予许可' },
        ]}
      />
      <ReasonArea
        label="审核意见"
        rows={2}
        draft={opinion}
        hint="写明核对的事实和结论；内容随时自动保存在本机"
        max={4000}
      />
      {problem && <ProblemNote problem={problem} kept="审核意见仍在，核对后再按一次即可。" />}
      <ActButton
        label="提交审核意见"
        reason={written === '' ? '请填写审核意见' : null}
        busy={busy}
        onAct={() => void send()}
      />
    </div>
  )
}
