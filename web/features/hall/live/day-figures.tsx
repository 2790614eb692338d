import type { z } from 'zod'
import type { HallOverview } from '../../../../contract/hall.ts'

type Overview = z.output<typeof HallOverview>

/** The day in six figures. */
export function DayFigures({ overview }: { overview: Overview }) {
  const { tickets, windows } = overview
  const count = (status: string) => tickets.filter((ticket) => ticket.status === status).length
  const open = windows.filter(({ clerkId }) => clerkId !== null).length
  const figures: readonly (readonly [string, string])[] = [
    ['等候', `${count('waiting')} 人`],
    ['正在办理', `${count('called') + count('serving')} 人`],
    ['上岗窗口', `${open} / ${windows.length}`],
    ['今日办结', `${overview.finishedToday} 人`],
    ['今日平均等候', minutes(overview.waitingMinutesAverage)],
    ['今日平均办理', minutes(overview.handlingMinutesAverage)],
    ['今日作废', `${overview.voidToday} 张`],
  ]
  return (
    <dl className="day-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function minutes(value: number | null): string {
  return value === null ? '—' : `${Math.round(value * 10) / 10} 分钟`
}
