import { Fragment } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'

/** What the applicant answered: situation, form, promise. Nothing where it all came on paper. */
export function FilledPanel({ application }: { application: ApplicationView }) {
  const { situation, form, tolerance, onBehalf } = application
  if (situation.length === 0 && form.length === 0 && tolerance === null && onBehalf === null)
    return null
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
        </p>
      )}
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
