import { longDate } from '../../../ui/dates.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'

/** The procedure is over: both limits run on from today. */
export function EndProcedureForm({ application, onAct }: ActFormProps) {
  const pause = application.pauses.find(({ endedOn }) => endedOn === null)
  const name = pause?.kindName ?? '特别程序'
  return (
    <div className="form row">
      <p>
        {name}自 {pause ? longDate(pause.begunOn) : '—'} 开始，告知需 {pause?.estimatedDays ?? '—'}{' '}
        个工作日。结束后期限从今天恢复计算，已用的工作日两项期限同步顺延。
      </p>
      <ActButton
        label={`结束${name}`}
        reason={null}
        onAct={() =>
          onAct({
            name: 'end-procedure',
            fields: {},
            title: `结束${name}？`,
            confirmLabel: '结束并恢复计时',
            summary: <p>{name}已经完成，办理期限从今天起恢复计算。</p>,
          })
        }
      />
    </div>
  )
}
