import { PROCEDURE_NAME } from '../deadline/clock-words.ts'
import type { Due } from '../deadline/clocks.ts'
import { chineseDate } from '../shared/local-date.ts'

/** 至2026年3月31日, marked when the year's holidays are not announced; a notice about a clock that does not run is a bug. */
export function untilDue(due: Due): string {
  switch (due.state) {
    case 'running':
      return `至${chineseDate(due.on)}${due.provisional ? '（暂定，放假安排公布后重新计算）' : ''}`
    case 'paused':
      return `${PROCEDURE_NAME[due.procedure]}期间不计入，恢复计时后尚余${due.remaining}个工作日`
    case 'none':
      throw new Error('A notice tells a due date of a clock that does not run')
  }
}
