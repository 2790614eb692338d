import { useQuery } from '@tanstack/react-query'
import type { CommandReply } from '../../../contract/application-commands.ts'
import { applicationQuery } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { OpenCase } from './open-case.tsx'
import { WindowFooter } from './window-footer.tsx'

/** A received application at the counter. */
export function CounterCase(props: {
  applicationId: string
  onDone: (act: string, reply: CommandReply) => void
}) {
  const { data, error, refetch } = useQuery(applicationQuery(props.applicationId))
  if (data) return <OpenCase application={data} onDone={props.onDone} />
  return (
    <>
      <section className="case" aria-label="申请">
        {error ? (
          <ProblemNote problem={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={12} />
        )}
      </section>
      <section className="standard" />
      <WindowFooter title="" hint="" acts={[]} />
    </>
  )
}
