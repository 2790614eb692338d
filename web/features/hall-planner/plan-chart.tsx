import { AIM, percentOf, type DayPlan, type PlanRow } from './plan-of-day.ts'

const WIDTH = 760
const HEIGHT = 260
const LEFT = 48
const BOTTOM = 40
const TOP = 16
const STEP = (WIDTH - LEFT - 120) / 8
const BAR = 44

const yOf = (share: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - share)

/** A bar for each number of windows, a ring where the formula puts it, a line at the aim. */
export function PlanChart(props: {
  rows: readonly PlanRow[]
  targetMinutes: number
  real: DayPlan['real']
}) {
  const { rows, targetMinutes, real } = props
  return (
    <svg
      className="plan-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`各窗口数等候不超过 ${targetMinutes} 分钟的比例，数值见下表`}
    >
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={WIDTH - 110} y1={yOf(share)} y2={yOf(share)} className="grid" />
          <text x={LEFT - 8} y={yOf(share) + 4} textAnchor="end">
            {share * 100}%
          </text>
        </g>
      ))}
      {rows.map((row, index) => (
        <Bar
          key={row.windows}
          row={row}
          x={LEFT + STEP * index + STEP / 2}
          isReal={row.windows === real.windows}
        />
      ))}
      <line x1={LEFT} x2={WIDTH - 110} y1={yOf(AIM)} y2={yOf(AIM)} className="aim" />
      <text x={WIDTH - 104} y={yOf(AIM) + 4} className="aim-word">
        目标 {AIM * 100}%
      </text>
      <g transform={`translate(${WIDTH - 104} ${HEIGHT - 84})`}>
        <rect width="12" height="12" className="bar" />
        <text x="18" y="11">
          推演
        </text>
        <rect y="20" width="12" height="12" className="bar real" />
        <text x="18" y="31">
          当天窗口数
        </text>
        <circle cx="6" cy="46" r="5" className="formula" />
        <text x="18" y="51">
          公式，最忙时
        </text>
      </g>
    </svg>
  )
}

function Bar({ row, x, isReal }: { row: PlanRow; x: number; isReal: boolean }) {
  const { windows, within, byFormula } = row
  const top = yOf(within)
  return (
    <g>
      <rect
        x={x - BAR / 2}
        y={top}
        width={BAR}
        height={yOf(0) - top}
        className={isReal ? 'bar real' : 'bar'}
      />
      <text
        x={x}
        y={within > 0.92 ? top + 16 : top - 6}
        textAnchor="middle"
        className={within > 0.92 ? 'value inside' : 'value'}
      >
        {percentOf(within)}%
      </text>
      {byFormula !== null && (
        <circle cx={x + BAR / 2 + 7} cy={yOf(byFormula)} r="5" className="formula" />
      )}
      <text x={x} y={HEIGHT - BOTTOM + 20} textAnchor="middle">
        {windows} 个窗口
      </text>
    </g>
  )
}
