import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'

/** What the departments said and decided, and why a limit was moved. */
export function OpinionsPanel({ application }: { application: ApplicationView }) {
  const { opinions, decision, extension, revocation } = application
  if (opinions.length === 0 && !decision && !extension && !revocation) return null
  return (
    <section className="panel">
      <div className="ph">
        <h2 className="h">意见和决定</h2>
      </div>
      <dl className="opinions">
        {revocation && <Said what="证照处理" text={revocation.reason} on={revocation.on} />}
        {decision && (
          <Said
            what={decision.outcome === 'grant' ? '准予许可' : '不予许可'}
            text={decision.deemed ? `${decision.reason}（依法视为准予）` : decision.reason}
            on={decision.on}
          />
        )}
        {extension && (
          <Said
            what={`延期 ${extension.days} 个工作日`}
            text={extension.reason}
            on={extension.on}
          />
        )}
        {opinions.map((one) => (
          <Said
            key={`${one.departmentName}${one.on}${one.opinion}`}
            what={`${one.departmentName} ${one.byName}：${one.outcome === 'pass' ? '建议准予' : '建议不予'}`}
            text={one.opinion}
            on={one.on}
          />
        ))}
      </dl>
    </section>
  )
}

function Said({ what, text, on }: { what: string; text: string; on: string }) {
  return (
    <div>
      <dt>
        <b className="b">{what}</b> <span className="sec small">{longDate(on)}</span>
      </dt>
      <dd>{text}</dd>
    </div>
  )
}
