import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ApiProblem } from '../../../api/api-problem.ts'
import { calendarQuery, meQuery } from '../../../api/queries.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { longDate, weekdayName } from '../../../ui/dates.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Awaited } from '../awaited.tsx'
import { impactQuery } from '../catalogue-queries.ts'
import { ImpactSummary } from '../impact-summary.tsx'
import { partName } from '../part-words.ts'
import type { NamedParts } from '../../../../domain/catalogue/linter/guide-parts.ts'
import { dayRulesOf, nextWorkingDay } from './day-rules.ts'
import { WorkingDayPicker } from './working-day-picker.tsx'
import { usePublish, type ActDialog } from './use-draft-acts.ts'

/** What publishing touches, the working day it takes effect, and what blocked it. */
export function PublishDialog({ draft, onClose }: ActDialog) {
  const navigate = useNavigate()
  const impact = useQuery(impactQuery(draft.draftId, draft.version))
  const days = useWorkingDays()
  const [chosen, setChosen] = useState<string | null>(null)
  const publish = usePublish()
  const day = chosen ?? days.next
  const run = async () => {
    if (day === null) return
    if (await publish.run({ draft, effectiveOn: day })) await navigate(`/catalogue/${draft.itemId}`)
  }
  const blocked = blockOf(publish.problem)
  return (
    <div className="wide-dialog">
      <ConfirmDialog
        title={`发布第 ${draft.nextVersion} 版：${draft.itemName}`}
        confirmLabel={day === null ? '发布' : `自${longDate(day)}起施行`}
        ready={day !== null && impact.data !== undefined}
        busy={publish.busy}
        problem={blocked === null ? publish.problem : null}
        onConfirm={() => void run()}
        onClose={onClose}
      >
        {blocked && <BlockedNote problem={blocked} guide={draft.guide ?? undefined} />}
        <div className="publish">
          <section>
            <h3>影响</h3>
            <Awaited query={impact}>{(data) => <ImpactSummary impact={data} />}</Awaited>
          </section>
          <section>
            <h3>施行日期</h3>
            {days.problem !== null && <ProblemNote problem={days.problem} />}
            {days.ready && <WorkingDayPicker value={day} {...days.ready} onChange={setChosen} />}
            {day !== null && <InForceFrom day={day} />}
          </section>
        </div>
        {draft.kind === 'guide' && (
          <p className="sec">
            发布前自动检查全部规则，并按每一种情形试办一件、打印每一份文书；有一处不通过就不发布。
          </p>
        )}
      </ConfirmDialog>
    </div>
  )
}

function InForceFrom({ day }: { day: string }) {
  return (
    <p role="status">
      <b>
        {longDate(day)} {weekdayName(day)}零时
      </b>
      起施行。已收的办件仍按收件时的版本办完。
    </p>
  )
}

function useWorkingDays() {
  const today = useQuery(meQuery()).data?.today
  const { data, error } = useQuery(calendarQuery())
  const ready = data && today ? { today, rules: dayRulesOf(data.years) } : null
  return {
    ready,
    next: ready && nextWorkingDay(ready.today, ready.rules),
    problem: error,
  }
}

/** A refusal that names what must be mended first; null for any other. */
function blockOf(problem: ApiProblem | null): ApiProblem | null {
  return problem !== null && problem.fields.length > 0 ? problem : null
}

/** Why it was not published: each place of the guide, or each path of the trial, with its sentence. */
function BlockedNote({ problem, guide }: { problem: ApiProblem; guide: NamedParts | undefined }) {
  return (
    <div className="problem-note" role="alert">
      <p>
        <b>{problem.detail}</b>
      </p>
      <ul>
        {problem.fields.map(({ field, message }, at) => (
          <li key={at}>
            <b>{placeName(field, guide)}</b>：{message}
          </li>
        ))}
      </ul>
      <small>代码 {problem.code}</small>
    </div>
  )
}

/** A part of the guide by its name; the path of a trial as it is written. */
function placeName(field: string, guide: NamedParts | undefined): string {
  return /^[a-zA-Z]+(?:\.|$)/.test(field) ? partName(field, guide) : field
}
