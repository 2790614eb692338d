import type { ApplicationView } from '../../../contract/application-view.ts'
import { longMinute, shortMinute } from '../../ui/dates.ts'
import { useTrail } from './use-trail.ts'
import { TrailState } from './trail-state.tsx'

/** Everything that happened, latest first, with the hash that binds each event to the one before it. */
export function HistoryPanel({ application }: { application: ApplicationView }) {
  const trail = useTrail(application.applicationId)
  const brokenAt = trail.report?.broken?.seq
  const entries = application.history.toSorted((a, b) => b.seq - a.seq)
  return (
    <section className="panel history">
      <div className="ph">
        <h2 className="h">经过</h2>
        <span className="sec">{entries.length} 个环节</span>
        <span className="x">
          <TrailState {...trail} />
        </span>
      </div>
      <ol className="tl">
        {entries.map((entry) => (
          <li
            key={entry.seq}
            className={entry.seq === brokenAt ? 'broken' : ''}
            title={`第 ${entry.seq} 条 · ${longMinute(entry.at)} · 摘要 ${entry.hash}`}
          >
            <time className="sec" dateTime={entry.at}>
              {shortMinute(entry.at)}
            </time>
            <span className="dot" />
            <span className="b nowrap">{entry.step}</span>
            <span>{entry.sentence}</span>
            <span className="sec small by">
              {[entry.organisationName, entry.byName].filter((one) => one !== '').join(' · ')}
            </span>
            <span className="hash">{shortHash(entry.hash)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function shortHash(hash: string): string {
  return hash.length > 9 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash
}
