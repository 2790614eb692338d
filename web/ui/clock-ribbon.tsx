import { useEffect, useMemo, useRef } from 'react'
import type { LedgerView } from '../../contract/clock-view.ts'
import { longDate } from './dates.ts'
import { RibbonCells } from './ribbon-cells.tsx'
import { placeFlags, type PlacedFlag } from './ribbon-flags.ts'
import { RibbonKey } from './ribbon-key.tsx'
import { columnOf, ribbonLayout, standingDay } from './ribbon-layout.ts'
import { countsOf, flagsOf, spokenOf, standingWord, titleOf } from './ribbon-words.ts'
import { useUiLanguage } from './ui-words.ts'
import { useWidth } from './use-width.ts'
import './clock-ribbon.css'

/** Below this many pixels a day becomes too thin to point at: the ribbon scrolls instead. */
const LEAST_CELL = 7
/** A few days do not stretch over a whole screen. */
const WIDEST_CELL = 72
const NARROW = 560

/** One cell a calendar day, and the sentence that says why. `headless` leaves out the title line and the key. */
export function ClockRibbon({
  ledger,
  headless = false,
}: {
  ledger: LedgerView
  headless?: boolean
}) {
  const box = useRef<HTMLElement>(null)
  const width = useWidth(box, 1200)
  const language = useUiLanguage()
  const layout = useMemo(() => ribbonLayout(ledger, language), [ledger, language])
  const columns = layout.cells.length
  const cellWidth = Math.min(Math.max(width / Math.max(columns, 1), LEAST_CELL), WIDEST_CELL)
  const scrolls = cellWidth * columns > width + 1
  const between = cellWidth >= 16 ? 2 : 1
  const flags = placeFlags(
    flagsOf(ledger, layout, width < NARROW, language),
    cellWidth,
    columns,
    13,
  )
  const rows = Math.max(1, ...flags.map(({ level }) => level + 1))
  const standing = standingDay(ledger)
  useScrolledTo(box, columnOf(layout, standing), columns, scrolls)
  return (
    <section ref={box} className={`ribbon-box ${headless ? '' : 'roomy'}`}>
      {!headless && (
        <div className="head">
          <h2>
            {titleOf(ledger, language)}
            <span>{countsOf(layout, language)}</span>
          </h2>
          <RibbonKey layout={layout} hasCommitted={ledger.committedOn !== null} />
        </div>
      )}
      <div
        className={scrolls ? 'scroll' : ''}
        role="img"
        aria-label={spokenOf(ledger, layout, language)}
      >
        <div
          className="ribbon"
          style={{
            ['--n' as string]: columns,
            width: cellWidth * columns,
            ['--between' as string]: `${between}px`,
            ['--rows' as string]: rows,
          }}
        >
          <RibbonCells layout={layout} standing={standing} cellWidth={cellWidth} flags={flags} />
          {flags.map((flag) => (
            <Pole key={flag.kind} flag={flag} />
          ))}
        </div>
      </div>
      <p
        className="because"
        title={`${standingWord(ledger, language)} ${longDate(standing, language)}`}
        {...(language === 'zh' ? {} : { lang: 'zh-CN' })}
      >
        {ledger.sentence}
      </p>
    </section>
  )
}

function Pole({ flag }: { flag: PlacedFlag }) {
  const [word = '', ...rest] = flag.text.split(' ')
  return (
    <div
      className={`pole ${flag.kind} ${flag.side}`}
      style={{ gridColumn: flag.column, ['--level' as string]: flag.level }}
    >
      <i>
        <b>{word}</b> {rest.join(' ')}
      </i>
    </div>
  )
}

/** A ribbon longer than its box opens at the day the clock stands at. */
function useScrolledTo(
  box: React.RefObject<HTMLElement | null>,
  column: number | undefined,
  columns: number,
  scrolls: boolean,
): void {
  useEffect(() => {
    const scroll = box.current?.querySelector('.scroll')
    if (!scroll || column === undefined) return
    scroll.scrollLeft = (scroll.scrollWidth * column) / columns - scroll.clientWidth / 2
  }, [box, column, columns, scrolls])
}
