import type { BundleCaseView } from '../../../../contract/bundles.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import { dayOf, longDate, monthDay } from '../../../ui/dates.ts'
import { Lamp } from '../../../ui/lamp.tsx'
import { useLanguage } from '../../words/language.ts'
import { useBundleWords } from '../words.ts'
import { pathLayout, type PathBar } from './path-layout.ts'

/** Each part a bar on one time line; the critical ones said by a word and a pointed, thicker bar. */
export function PathDrawing({ view, today }: { view: BundleCaseView; today: LocalDate }) {
  const language = useLanguage()
  const words = useBundleWords()
  const layout = pathLayout(view, dayOf(view.createdAt) as LocalDate, today)
  return (
    <div className="path">
      <p className="path-ends soft" aria-hidden="true">
        <span>{monthDay(layout.from, language)}</span>
        <span>{layout.isOpen ? '…' : monthDay(layout.until, language)}</span>
      </p>
      <ol>
        {layout.bars.map((bar) => (
          <li key={bar.part.applicationId}>
            <Bar bar={bar} today={layout.today} />
          </li>
        ))}
      </ol>
      <p className="path-key soft" aria-hidden="true">
        <span className="key-critical" /> {words.critical}
        <span className="key-plain" /> {words.notCritical}
        <span className="key-today" /> {words.today}
      </p>
    </div>
  )
}

function Bar({ bar, today }: { bar: PathBar; today: number }) {
  const words = useBundleWords()
  const language = useLanguage()
  const { part, width, isOpen, waits } = bar
  const when = part.decidedOn
    ? words.decidedOn(longDate(part.decidedOn, language))
    : part.endsOn
      ? words.dueOn(longDate(part.endsOn, language))
      : ['received', 'awaiting-correction'].includes(part.status)
        ? words.clockOpen
        : words.ended
  return (
    <>
      <p className="path-name">
        <a href={`/my/applications/${part.applicationId}`} lang="zh-CN">
          {part.itemName}
        </a>
        <small className={`mark ${part.critical ? 'critical' : ''}`}>
          {part.critical ? words.critical : words.notCritical}
        </small>
      </p>
      <p className="soft">
        <span className="number">{part.number}</span> ·{' '}
        <span lang="zh-CN">{part.departmentName}</span> ·{' '}
        <span lang="zh-CN">
          <Lamp light={part.light}>{part.statusName}</Lamp>
        </span>
      </p>
      <div className="path-track" aria-hidden="true">
        <span
          className={`path-bar ${part.critical ? 'critical' : ''} ${isOpen ? 'open' : ''} ${part.decidedOn ? 'decided' : ''}`}
          style={{ width: `${width}%` }}
        />
        {waits.map(({ name, at }) => (
          <span key={name} className="path-wait" style={{ left: `${at}%` }} />
        ))}
        <span className="path-today" style={{ left: `${today}%` }} />
      </div>
      <p>
        {when}
        {part.waitsFor.length > 0 && (
          <b className="waits"> · {words.waitsNow(part.waitsFor.join(' · '))}</b>
        )}
        {part.goesOnWithout.length > 0 && (
          <span className="soft"> · {words.goesOnWithout(part.goesOnWithout.join(' · '))}</span>
        )}
      </p>
    </>
  )
}
