import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate, remainingWords } from '../../ui/dates.ts'

type Seen = Pick<ApplicationView, 'status' | 'statusName' | 'due' | 'closure' | 'correction'>
export type Headline = { readonly main: string; readonly beside?: string }

/** The one thing an applicant wants to know first: how long still, or how it ended. */
export function headlineOf({ status, statusName, due, closure, correction }: Seen): Headline {
  if (status === 'awaiting-correction' && correction)
    return {
      main: `请补正 ${correction.outstanding.length} 项材料`,
      beside: '补齐后重新计算受理期限',
    }
  if (closure) return { main: statusName, beside: closure.reason }
  const clocks = [
    { clock: due.acceptance, until: '前告知是否受理' },
    { clock: due.committed, until: '前承诺作出决定' },
    { clock: due.decision, until: '前依法作出决定' },
    { clock: due.issuance, until: '前送达' },
  ]
  if (due.decision.state === 'paused')
    return {
      main: '期限暂停',
      beside: `特别程序结束后续算余下 ${due.decision.remaining ?? 0} 个工作日`,
    }
  const running = clocks.find(({ clock }) => clock.state === 'running' && clock.on !== null)
  if (!running || running.clock.on === null) return { main: statusName }
  return {
    main: remainingWords(running.clock.remaining),
    beside: `${longDate(running.clock.on)}${running.until}`,
  }
}
