import type { ApplicationView } from '../../../contract/application-view.ts'
import { useCommand } from '../../api/use-command.ts'
import { type Grade, RatingForm } from '../rate/rating-form.tsx'

/** Voluntary, nothing chosen beforehand. */
export function MyRating(props: { application: ApplicationView; onDone: () => void }) {
  const { run, busy, problem } = useCommand('rate')
  const { applicationId, version } = props.application
  const rate = async (grade: Grade, text: string) => {
    const reply = await run({ applicationId, expectedVersion: version, fields: { grade, text } })
    if (reply) props.onDone()
  }
  return (
    <RatingForm
      className="my-form"
      busy={busy}
      problem={problem}
      onRate={(grade, text) => void rate(grade, text)}
    />
  )
}
