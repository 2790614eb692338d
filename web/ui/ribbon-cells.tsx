import { memo } from 'react'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { weekdayOf } from '../../domain/shared/local-date.ts'
import { labelWidth, type PlacedFlag } from './ribbon-flags.ts'
import type { RibbonCell, RibbonLayout, RibbonRun } from './ribbon-layout.ts'
import { longDate, weekdayName } from './dates.ts'
import { RIBBON_TEXT } from './ribbon-text.ts'
import { useUiLanguage } from './ui-words.ts'

type Props = {
  layout: RibbonLayout
  /** Today, or the day the clock stopped. */
  standing: string
  /** Pixels: decides how much is written. */
  cellWidth: number
  flags: readonly PlacedFlag[]
}

/** The days themselves, their numbers and their months. */
export const RibbonCells = memo(function RibbonCells({
  layout,
  standing,
  cellWidth,
  flags,
}: Props) {
  const language = useUiLanguage()
  const text = RIBBON_TEXT[language]
  const marked = new Set(flags.map(({ column }) => column))
  return (
    <>
      {layout.cells.map((cell) => (
        <div
          key={cell.date}
          className={`d ${cell.kind}`}
          style={{ gridColumn: cell.column }}
          title={text.dayTitle(
            longDate(cell.date, language),
            weekdayName(cell.date, language),
            cell.why,
          )}
        >
          {ordinalText(cell, cellWidth, text.makeUpMark)}
          {cell.makeUp && cellWidth >= 22 && <sup>{text.makeUpMark}</sup>}
        </div>
      ))}
      {layout.runs.map((run) => (
        <Run key={`${run.kind}${run.from}`} run={run} cellWidth={cellWidth} />
      ))}
      {layout.cells
        .filter((cell) => cellWidth >= 17 || isDatedWhenDense(cell, marked, cellWidth))
        .map((cell) => (
          <div
            key={cell.date}
            className={marked.has(cell.column) || cell.date === standing ? 'n t' : 'n'}
            style={{ gridColumn: cell.column }}
          >
            {Number(cell.date.slice(8))}
          </div>
        ))}
      {layout.months.map(({ from, to, name }) => (
        <div key={from} className="m" style={{ gridColumn: `${from} / ${to + 1}` }}>
          {name}
        </div>
      ))}
    </>
  )
})

function ordinalText(
  { ordinal, makeUp }: RibbonCell,
  cellWidth: number,
  makeUpMark: string,
): string {
  if (ordinal === null) return ''
  if (cellWidth >= 20) return String(ordinal)
  if (makeUp && cellWidth >= 14) return makeUpMark
  return cellWidth >= 14 && (ordinal % 5 === 0 || ordinal < 10) ? String(ordinal) : ''
}

/** Too narrow for every date: the flags' own, and Mondays that stand clear of them. */
function isDatedWhenDense(
  { column, date }: RibbonCell,
  marked: ReadonlySet<number>,
  cellWidth: number,
): boolean {
  if (marked.has(column)) return true
  const clear = Math.ceil(20 / cellWidth)
  const crowded = [...marked].some((one) => Math.abs(one - column) < clear)
  return weekdayOf(date as LocalDate) === 'monday' && !crowded
}

function Run({ run, cellWidth }: { run: RibbonRun; cellWidth: number }) {
  const room = (run.to - run.from + 1) * cellWidth
  const style = { gridColumn: `${run.from} / ${run.to + 1}` }
  const short = run.name.split(' ')[0] ?? ''
  const text = [run.name, short].find((one) => labelWidth(one, 12) <= room)
  if (run.kind === 'holiday')
    return (
      <div className="name hol" style={style} title={run.name}>
        {text ?? (room >= 14 ? short.slice(0, 1) : '')}
      </div>
    )
  return (
    <>
      <div className="name hatched" style={style} />
      {text && (
        <div className="name over" style={style}>
          <b>{text}</b>
        </div>
      )}
    </>
  )
}
