import { Link } from 'react-router'
import type { z } from 'zod'
import type { HallOverview } from '../../../../contract/hall.ts'

type Overview = z.output<typeof HallOverview>

/** The day in figures, each open to the numbers behind it. */
export function DayFigures({ overview }: { overview: Overview }) {
  const { tickets, windows } = overview
  const count = (status: string) => tickets.filter((ticket) => ticket.status === status).length
  const open = windows.filter(({ clerkId }) => clerkId !== null).length
  const figures: readonly (readonly [string, string, string])[] = [
    ['等候', `${count('waiting')} 人`, '/hall/tickets?status=waiting'],
    ['正在办理', `${count('called') + count('serving')} 人`, '/hall/tickets'],
    ['上岗窗口', `${open} / ${windows.length}`, '/hall/log?act=WindowSignedOn'],
    ['今日办结', `${overview.finishedToday} 人`, '/hall/tickets/day?status=finished'],
    ['今日平均等候', minutes(overview.waitingMinutesAverage), '/hall/tickets/day'],
    ['今日平均办理', minutes(overview.handlingMinutesAverage), '/hall/tickets/day?status=finished'],
    ['今日特呼', `${overview.specialToday} 次`, '/hall/tickets/day?special=yes'],
    ['今日作废', `${overview.voidToday} 张`, '/hall/tickets/day?status=void'],
  ]
  return (
    <dl className="day-figures">
      {figures.map(([name, value, to]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Link to={to}>{value}</Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function minutes(value: number | null): string {
  return value === null ? '—' : `${Math.round(value * 10) / 10} 分钟`
}
