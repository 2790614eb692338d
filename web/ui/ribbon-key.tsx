import type { RibbonCellKind, RibbonLayout } from './ribbon-layout.ts'
import { RIBBON_TEXT } from './ribbon-text.ts'
import { useUiLanguage } from './ui-words.ts'

/** The key, with only what this ribbon shows. */
export function RibbonKey({
  layout,
  hasCommitted,
}: {
  layout: RibbonLayout
  hasCommitted: boolean
}) {
  const { key } = RIBBON_TEXT[useUiLanguage()]
  const shown = new Set(layout.cells.map(({ kind }) => kind))
  const entries: [RibbonCellKind, string][] = [
    ['used', key.used],
    ['left', hasCommitted ? key.leftCommitted : key.left],
    ['reserve', key.reserve],
    ['overrun', key.overrun],
    ['off', key.off],
    ['paused', key.paused],
  ]
  return (
    <div className="ribbon-key" aria-hidden="true">
      {entries
        .filter(([kind]) => shown.has(kind))
        .map(([kind, name]) => (
          <span key={kind}>
            <i className={kind === 'paused' ? 'hatched' : kind} />
            {name}
          </span>
        ))}
      {layout.cells.some(({ makeUp }) => makeUp) && <span>{key.makeUp}</span>}
    </div>
  )
}
