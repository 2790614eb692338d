import type { ApplicationView } from '../../../contract/application-view.ts'
import { dueWords } from '../../ui/dates.ts'
import { nextStepOf } from '../../ui/next-step.ts'

export function NextPanel({ application }: { application: ApplicationView }) {
  const next = nextStepOf(application)
  const { step, due } = application
  return (
    <section className="panel next">
      <span className="sec">下一步</span>
      {next ? (
        <>
          <b className="b">{next.act}</b>
          <span className="sec">
            {next.who}
            {step && step.due.state !== 'none' && ` · 步骤期限 ${dueWords(step.due)}`}
            {!step && due.issuance.state !== 'none' && ` · 送达期限 ${dueWords(due.issuance)}`}
          </span>
        </>
      ) : (
        <>
          <b className="b">没有了</b>
          <span className="sec">
            {application.statusName}
            {application.closure && `：${application.closure.reason}`}
          </span>
        </>
      )}
    </section>
  )
}
