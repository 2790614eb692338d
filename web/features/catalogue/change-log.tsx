import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { longDate } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { changesQuery } from './catalogue-queries.ts'
import { DocumentWords } from './document-words.tsx'

/** The public change log (事项动态调整记录), newest first. */
export function ChangeLog() {
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, refetch } = useQuery(changesQuery(cursors.at(-1)))
  if (error && !data) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={10} />
  return (
    <section className="panel change-log">
      <ol>
        {data.changes.map((change) => (
          <li key={`${change.itemId}/${change.kind}/${change.version}`}>
            <time dateTime={change.effectiveOn}>
              {longDate(change.effectiveOn)}
              {change.scheduled && <span className="tag blue">待生效</span>}
            </time>
            <div>
              <Link to={`/catalogue/${change.itemId}`}>{change.itemName}</Link>{' '}
              <span className="sec">{change.departmentName}</span>
              <p>{change.sentence}</p>
              {change.reason !== '' && <p className="sec">{change.reason}</p>}
              <DocumentWords document={change.document} />
            </div>
          </li>
        ))}
      </ol>
      {data.changes.length === 0 && (
        <EmptyNote title="还没有调整记录">发布新版本以后，这里和公众页面都能看到。</EmptyNote>
      )}
      <div className="pager">
        {cursors.length > 0 && (
          <button type="button" className="btn" onClick={() => setCursors(cursors.slice(0, -1))}>
            上一页
          </button>
        )}
        {data.nextCursor !== null && (
          <button
            type="button"
            className="btn"
            onClick={() => setCursors([...cursors, data.nextCursor ?? ''])}
          >
            下一页
          </button>
        )}
      </div>
    </section>
  )
}
