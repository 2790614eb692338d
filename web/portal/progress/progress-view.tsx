import type { z } from 'zod'
import type { lookUpProgress } from '../../../contract/progress.ts'
import { ClockRibbon } from '../../ui/clock-ribbon.tsx'
import { longDate } from '../../ui/dates.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { headlineOf, nextOf, statusWord } from '../my/my-words.ts'
import { useMyWords } from '../my/words.ts'
import { useLanguage } from '../words/language.ts'
import { useProgressWords } from './words.ts'

/** Status, how long still, who has it, which papers were made: nobody's whole identity. */
export function ProgressView({ found }: { found: z.output<typeof lookUpProgress.reply> }) {
  const words = useProgressWords()
  const mine = useMyWords()
  const language = useLanguage()
  const { number, item, status, statusName, light, ledger, correction } = found
  const closure = found.closedOn === null ? null : {}
  const headline = headlineOf({ ...found, closure }, mine, language)
  const next = nextOf(found, mine)
  const dates = [
    [words.applicant, found.applicantName],
    [words.received, longDate(found.receivedOn, language)],
    [words.accepted, found.acceptedOn && longDate(found.acceptedOn, language)],
    [words.closed, found.closedOn && longDate(found.closedOn, language)],
  ] as const
  return (
    <>
      <p className="crumb">{number}</p>
      <div className="my-head">
        <div>
          <h1 lang="zh-CN">{item.name}</h1>
          <p className="soft" lang="zh-CN">
            {item.departmentName}
          </p>
        </div>
        <span className="my-state">
          <Lamp light={light}>{statusWord(status, statusName, mine)}</Lamp>
        </span>
      </div>
      <section className="card my-clock">
        <p className="big">
          {headline.main}
          {headline.beside && <small>{headline.beside}</small>}
        </p>
        {correction && (
          <p>{words.correct(correction.outstanding, longDate(correction.askedOn, language))}</p>
        )}
        {next && <p>{mine.next(next.act, next.who)}</p>}
        {ledger && <ClockRibbon ledger={ledger} />}
      </section>
      <section className="card my-panel">
        <dl>
          {dates.map(
            ([name, value]) =>
              value !== null && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        <h2>{words.papers}</h2>
        <ul>
          {found.notices.map((notice) => (
            <li key={notice.number}>
              <span lang="zh-CN">{notice.title}</span>{' '}
              <small className="soft">
                {longDate(notice.dated, language)} · <span lang="zh-CN">{notice.number}</span>
              </small>
            </li>
          ))}
        </ul>
        <p className="soft">{found.notices.length === 0 ? words.noPapers : words.papersHelp}</p>
      </section>
    </>
  )
}
