import type { ApplicationView } from '../../../contract/application-view.ts'
import { dueWords, longDate } from '../../ui/dates.ts'
import type { WindowActs } from './window-acts.ts'

/** The bottom bar's sentence: what the counter can answer now. */
export function stateWords(
  application: ApplicationView,
  acts: WindowActs,
  lacking: number,
): string {
  if (application.status !== 'received') return `本件${application.statusName}`
  if (acts.accept === null)
    return lacking > 0
      ? `${lacking} 项可以容缺：申请人承诺后可以受理`
      : '材料合格、四项核验完成，可以受理'
  if (lacking > 0 && acts['request-correction'] === null)
    return `${lacking} 项未合格：只能一次性告知，或者当场更正后受理`
  return acts.accept
}

export function dueHint({ status, due, receivedOn }: ApplicationView): string {
  return status === 'received'
    ? `${longDate(receivedOn)}收件 · 最迟 ${dueWords(due.acceptance)} 答复，逾期视为受理`
    : '本件的其他环节见本件页面'
}
