import { LETTER_STATEMENTS } from '../../domain/application/application.ts'
import type { Random } from '../kill/seeded-random.ts'

/** What a person sends for a command that the page offers them; undefined: they leave that one alone. */
export function bodyOf(command: string, random: Random): object | undefined {
  switch (command) {
    case 'accept':
    case 'archive':
    case 'seal':
    case 'end-procedure':
      return {}
    case 'review':
      return { outcome: 'pass', opinion: '材料齐全，符合条件，建议准予。' }
    case 'decide':
      return { outcome: 'grant', reason: '' }
    case 'make-certificate':
      return { years: 3, until: null, content: '许可内容详见准予行政许可决定书。' }
    case 'send-letter':
      return { statements: LETTER_STATEMENTS }
    case 'issue':
      return random.chance(0.3)
        ? { by: 'courier', tracking: 'SHILI0000002' }
        : { by: 'pickup', tracking: null }
    case 'confirm-delivery':
      return { proof: 'signature', returned: false, signature: null }
    case 'supply-correction':
      return { materials: [2] }
    case 'receive-provincial-result':
      return { certificateNumber: '川示例证书', until: null }
    case 'settle-fee':
      return { amount: 70, exempt: false }
    case 'follow-up':
      return { outcome: 'resolved', text: '已电话回访，评价人表示满意。' }
    case 'close-card':
      return { rule: null, accept: true, text: '情况属实，予以销号。' }
    case 'explain-card':
      return { rule: null, text: '当日办件集中，已调整分工并尽快办结。' }
    default:
      return undefined
  }
}

/** By list, what is done from it, the first that is possible. */
export const ACTS_FROM: Readonly<Record<string, readonly string[]>> = {
  'to-accept': ['accept'],
  'awaiting-correction': ['supply-correction'],
  'to-issue': ['issue'],
  'to-deliver': ['confirm-delivery'],
  'to-review': ['review'],
  'to-decide': ['decide'],
  'to-certify': ['settle-fee', 'make-certificate'],
  'to-letter': ['send-letter'],
  'to-archive': ['archive'],
  'to-seal': ['seal'],
  'department-seal': ['seal'],
  'provincial-result': ['receive-provincial-result'],
  'to-follow-up': ['follow-up'],
  overdue: ['close-card'],
}
