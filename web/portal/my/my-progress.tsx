import type { ApplicationView } from '../../../contract/application-view.ts'
import { dayOf, monthDay } from '../../ui/dates.ts'
import { useLanguage } from '../words/language.ts'
import { nextOf, statusWord } from './my-words.ts'
import { useMyWords } from './words.ts'

/** What has been done, and by which office; what comes next stands last. */
export function MyProgress({ application }: { application: ApplicationView }) {
  const words = useMyWords()
  const language = useLanguage()
  const next = nextOf(application, words)
  const done = application.history.toSorted((a, b) => a.seq - b.seq)
  return (
    <section className="card my-panel">
      <h2>
        {next
          ? words.next(next.act, next.who)
          : words.ended(statusWord(application.status, application.statusName, words))}
      </h2>
      <ol className="my-progress">
        {done.map((entry) => (
          <li key={entry.seq} className="done">
            <DoneMark label={words.done} />
            <p lang="zh-CN">
              <b>{entry.step}</b> <span className="soft">{entry.sentence}</span>
            </p>
            <time className="soft" dateTime={entry.at}>
              {monthDay(dayOf(entry.at), language)}
            </time>
          </li>
        ))}
        {next && (
          <li className="now">
            <NowMark label={words.doing} />
            <p>
              <b>{next.act}</b> <span className="soft">{next.who}</span>
            </p>
            <span className="soft">{words.now}</span>
          </li>
        )}
      </ol>
      <p className="my-help soft">{words.help}</p>
    </section>
  )
}

function DoneMark({ label }: { label: string }) {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" role="img" aria-label={label}>
      <circle cx="11" cy="11" r="9.500" fill="#1A5FB4" />
      <path d="M6.500 11.300l3 3 6-6.300" stroke="#fff" strokeWidth="2" fill="none" />
    </svg>
  )
}

function NowMark({ label }: { label: string }) {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" role="img" aria-label={label}>
      <circle cx="11" cy="11" r="9" fill="#fff" stroke="#1A5FB4" strokeWidth="2.500" />
      <circle cx="11" cy="11" r="4" fill="#1A5FB4" />
    </svg>
  )
}
