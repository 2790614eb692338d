import { Fragment } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'

/** What the applicant answered: situation, form, promise. Nothing where it all came on paper. */
export function FilledPanel({ application }: { application: ApplicationView }) {
  const { situation, form, tolerance, onBehalf, commitments } = application
  const isEmpty =
    situation.length === 0 && form.length === 0 && tolerance === null && onBehalf === null
  if (isEmpty && commitments.length === 0) return null
  return (
    <section className="panel filled" aria-label="申请内容">
      <h2 className="h">申请内容</h2>
      {tolerance && (
        <p className="told">
          <b>容缺受理</b>：第 {tolerance.materials.join('、')} 项承诺在 {longDate(tolerance.dueOn)}
          前补交
          {tolerance.outstanding.length > 0
            ? `，还缺第 ${tolerance.outstanding.join('、')} 项；补齐前不能准予、制证、出件`
            : '，已经补齐'}
          。
          {tolerance.lapsedOn !== null &&
            `承诺于 ${longDate(tolerance.lapsedOn)} 逾期；${
              tolerance.consequence === null
                ? '逾期后果指南没有写明，待部门确认。'
                : tolerance.consequence === 'refuse'
                  ? '指南规定逾期依法作出不予许可决定。'
                  : '指南规定逾期终止办理。'
            }`}
          {tolerance.requests.map(({ on, text }) => (
            <Fragment key={on + text}>
              <br />
              {longDate(on)} 催交：{text}
            </Fragment>
          ))}
        </p>
      )}
      {commitments.map(({ material, name, state, dueOn, check }) => (
        <p className="told" key={material}>
          <b>告知承诺</b>：第 {material} 项“{name}”以承诺代替，
          {check === null
            ? dueOn === null
              ? '尚未核查（核查期限指南没有写明，待部门确认）'
              : `${longDate(dueOn)}前核查`
            : `${longDate(check.on)} ${check.byName} 核查${state === 'kept' ? '属实' : '不实'}：${check.finding}`}
          。
        </p>
      ))}
      <dl>
        {onBehalf && (
          <>
            <dt>代为提交</dt>
            <dd>{onBehalf.name}</dd>
          </>
        )}
        {situation.map(({ question, answer }) => (
          <Fragment key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </Fragment>
        ))}
      </dl>
      {form.map(({ title, fields }) => (
        <Fragment key={title}>
          <h3>{title}</h3>
          <dl>
            {fields.map((field) => (
              <Fragment key={field.title}>
                <dt>{field.title}</dt>
                <dd>{field.value}</dd>
              </Fragment>
            ))}
          </dl>
        </Fragment>
      ))}
    </section>
  )
}
