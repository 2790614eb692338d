import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'
import { FollowUpForm } from './follow-up-form.tsx'
import { ratingToCall } from './rating-to-call.ts'

/** What dissatisfied, and the calls about it; who rated is not said. */
export function RatingsPanel({ application }: { application: ApplicationView }) {
  const bad = application.ratings.filter(({ grade }) => grade <= 2)
  if (bad.length === 0) return null
  const asked = ratingToCall(application.ratings)
  const waiting = bad.filter(({ followUpDueOn }) => followUpDueOn !== null).length
  return (
    <section className="panel">
      <div className="ph">
        <h2 className="h">差评回访</h2>
        <span className="sec">{waiting === 0 ? '已办结' : `待回访 ${waiting} 个`}</span>
      </div>
      <ul className="cards">
        {bad.map((rating, index) => (
          <li key={`${rating.on}-${index}`}>
            <p>
              <span className="tag red">{rating.gradeName}</span>{' '}
              <span className="sec small">{longDate(rating.on)}评价</span>
            </p>
            {rating.text !== '' && <p className="told">{rating.text}</p>}
            {rating.followUps.map(({ on, outcomeName, text }, call) => (
              <p key={`${on}-${call}`}>
                <span className="sec small">{longDate(on)}回访</span> {outcomeName}
                {text !== '' && `：${text}`}
              </p>
            ))}
            {rating.followUpDueOn !== null && (
              <p>
                {rating.followUps.length === 0 ? '最迟联系：' : '最迟下一次回访：'}
                <b className="b">{longDate(rating.followUpDueOn)}</b>
              </p>
            )}
            {rating === asked && application.possible.includes('follow-up') && (
              <FollowUpForm application={application} rating={rating} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
