import type { ApplicationView } from '../../../contract/application-view.ts'
import { dayOf, monthDay } from '../../ui/dates.ts'
import { nextStepOf } from '../../ui/next-step.ts'

/** What has been done, and by which office; what comes next stands last. */
export function MyProgress({ application }: { application: ApplicationView }) {
  const next = nextStepOf(application)
  const done = application.history.toSorted((a, b) => a.seq - b.seq)
  return (
    <section className="card my-panel">
      <h2>{next ? `下一步：${next.who} ${next.act}` : `已结束：${application.statusName}`}</h2>
      <ol className="my-progress">
        {done.map((entry) => (
          <li key={entry.seq} className="done">
            <DoneMark />
            <p>
              <b>{entry.step}</b> <span className="soft">{entry.sentence}</span>
            </p>
            <time className="soft" dateTime={entry.at}>
              {monthDay(dayOf(entry.at))}
            </time>
          </li>
        ))}
        {next && (
          <li className="now">
            <NowMark />
            <p>
              <b>{next.act}</b> <span className="soft">{next.who}</span>
            </p>
            <span className="soft">现在</span>
          </li>
        )}
      </ol>
      <p className="my-help soft">不方便办？可以到政务服务中心请代办员全程代办，免费。</p>
    </section>
  )
}

function DoneMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-label="已完成">
      <circle cx="11" cy="11" r="9.500" fill="#1A5FB4" />
      <path d="M6.500 11.300l3 3 6-6.300" stroke="#fff" strokeWidth="2" fill="none" />
    </svg>
  )
}

function NowMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-label="进行中">
      <circle cx="11" cy="11" r="9" fill="#fff" stroke="#1A5FB4" strokeWidth="2.500" />
      <circle cx="11" cy="11" r="4" fill="#1A5FB4" />
    </svg>
  )
}
