import type { ApplicationView } from '../../contract/application-view.ts'
import { shortMinute } from './dates.ts'
import { changesSince } from './prepared-act.ts'

/** What somebody else did to the application meanwhile, in words. */
export function ChangedNote(props: { application: ApplicationView; seenSeq: number }) {
  const changes = changesSince(props.application, props.seenSeq)
  return (
    <div className="changed-note" role="status">
      <b>本件已有变动，现为“{props.application.statusName}”：</b>
      <ul>
        {changes.map(({ seq, step, sentence, at, byName }) => (
          <li key={seq}>
            {shortMinute(at)} {byName}：{sentence || step}
          </li>
        ))}
        {changes.length === 0 && <li>正在读取最新内容…</li>}
      </ul>
    </div>
  )
}
