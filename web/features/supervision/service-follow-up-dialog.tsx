import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { followUpService, type ServiceFollowUp } from '../../../contract/hall-follow-ups.ts'
import {
  FOLLOW_UP_OUTCOME_NAME,
  FOLLOW_UP_OUTCOMES,
  type FollowUpOutcome,
} from '../../../domain/application/supervision/follow-up-outcome.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { countsQuery } from '../../api/queries.ts'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { SERVICE_FOLLOW_UPS } from './follow-up-queries.ts'

/** What was done about a bad grade of the counter, and how it ended. */
export function ServiceFollowUpDialog(props: { followUp: ServiceFollowUp; onClose: () => void }) {
  const { followUp, onClose } = props
  const { ticketId, number, gradeName, calls } = followUp
  const queries = useQueryClient()
  const [commandId] = useState(uuidv7)
  const [outcome, setOutcome] = useState<FollowUpOutcome | null>(null)
  const [text, setText] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (chosen: FollowUpOutcome) =>
      await call(followUpService, {
        params: { ticketId },
        body: { commandId, expectedCalls: calls.length, outcome: chosen, text: text.trim() },
      }),
    onSuccess: onClose,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: [SERVICE_FOLLOW_UPS] })
      await queries.invalidateQueries({ queryKey: countsQuery().queryKey })
    },
  })
  return (
    <ConfirmDialog
      title={`登记回访：${number} ${gradeName}`}
      confirmLabel="登记回访"
      ready={outcome !== null && text.trim() !== ''}
      busy={isPending}
      problem={error ? asApiProblem(error) : null}
      onConfirm={() => outcome !== null && mutate(outcome)}
      onClose={onClose}
    >
      <div className="short-form">
        <ChoiceRow
          label="结果"
          name="service-follow-up-outcome"
          choices={FOLLOW_UP_OUTCOMES}
          nameOf={FOLLOW_UP_OUTCOME_NAME}
          value={outcome}
          onChange={setOutcome}
        />
        <label className="row tall">
          <span>情况</span>
          <textarea
            className="text"
            value={text}
            rows={4}
            maxLength={2000}
            placeholder="向谁核实、怎样答复和整改"
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p className="sec small">
          期限与办件的差评相同：一个工作日内第一次登记；已联系的 5 个、疑难的 15
          个工作日内办结，已整改的 3 个工作日内回访。
        </p>
      </div>
    </ConfirmDialog>
  )
}
