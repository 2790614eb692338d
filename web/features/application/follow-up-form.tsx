import { Input } from 'antd'
import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import {
  FOLLOW_UP_OUTCOME_NAME,
  FOLLOW_UP_OUTCOMES,
  type FollowUpOutcome,
} from '../../../domain/application/supervision/follow-up-outcome.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { longDate } from '../../ui/dates.ts'
import { useTextDraft } from '../../ui/use-draft.ts'

/** What follows each outcome (domain ratings.ts). */
const NEXT = {
  contacted: '自评价之日起 5 个工作日内处理完毕并再次登记。',
  hard: '自评价之日起 15 个工作日内处理完毕并再次登记。',
  fixed: '自本次登记起 3 个工作日内回访确认。',
  resolved: '本条差评办结，移出待回访。',
  unresolved: '本条差评办结，移出待回访；请在情况中写明原因。',
} as const satisfies Record<FollowUpOutcome, string>

/** A call about a bad rating: how it ended, and what was said. */
export function FollowUpForm(props: {
  application: ApplicationView
  rating: ApplicationView['ratings'][number]
}) {
  const { application, rating } = props
  const text = useTextDraft(`follow-up:${application.applicationId}`)
  const [outcome, setOutcome] = useState<FollowUpOutcome | null>(null)
  const [confirming, setConfirming] = useState(false)
  const said = text.value.trim()
  return (
    <form
      className="follow-up"
      onSubmit={(event) => {
        event.preventDefault()
        setConfirming(true)
      }}
    >
      <fieldset>
        <legend className="b">登记回访</legend>
        {FOLLOW_UP_OUTCOMES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="follow-up-outcome"
              checked={one === outcome}
              onChange={() => setOutcome(one)}
            />
            {FOLLOW_UP_OUTCOME_NAME[one]}
          </label>
        ))}
      </fieldset>
      {outcome && <p className="sec small">{NEXT[outcome]}</p>}
      <Input.TextArea
        value={text.value}
        onChange={(event) => text.set(event.target.value)}
        placeholder="联系的经过、答复和整改情况"
        aria-label="回访情况"
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
      />
      <button type="submit" className="btn primary" disabled={outcome === null || said === ''}>
        登记回访
      </button>
      {confirming && outcome && (
        <ActDialog
          application={application}
          act={{
            name: 'follow-up',
            fields: { outcome, text: said },
            title: `登记回访：${FOLLOW_UP_OUTCOME_NAME[outcome]}`,
            confirmLabel: '登记',
            summary: (
              <>
                <p>
                  {longDate(rating.on)}的评价“{rating.gradeName}”。{NEXT[outcome]}
                </p>
                <p className="told">{said}</p>
              </>
            ),
          }}
          onDone={() => {
            setConfirming(false)
            setOutcome(null)
            text.clear()
          }}
          onClose={() => setConfirming(false)}
        />
      )}
    </form>
  )
}
