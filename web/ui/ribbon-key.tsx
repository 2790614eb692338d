import type { RibbonCellKind, RibbonLayout } from './ribbon-layout.ts'

/** The key, with only what this ribbon shows. */
export function RibbonKey({
  layout,
  hasCommitted,
}: {
  layout: RibbonLayout
  hasCommitted: boolean
}) {
  const shown = new Set(layout.cells.map(({ kind }) => kind))
  const entries: [RibbonCellKind, string][] = [
    ['used', '已用'],
    ['left', hasCommitted ? '承诺内剩余' : '剩余'],
    ['reserve', '法定内剩余'],
    ['overrun', '超期'],
    ['off', '不计入'],
    ['paused', '特别程序'],
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
      {layout.cells.some(({ makeUp }) => makeUp) && <span>班 调休上班</span>}
    </div>
  )
}
