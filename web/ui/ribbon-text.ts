import type { LedgerView } from '../../contract/clock-view.ts'
import type { UiLanguage } from './language.ts'

type Clock = LedgerView['clock']
type End = NonNullable<LedgerView['endedBy']>
type Key = 'used' | 'left' | 'leftCommitted' | 'reserve' | 'overrun' | 'off' | 'paused' | 'makeUp'

export type RibbonText = {
  readonly title: Readonly<Record<Clock, string>>
  /** What began the clock. */
  readonly start: Readonly<Record<Clock, string>>
  readonly end: Readonly<Record<End, string>>
  readonly today: string
  readonly committed: string
  readonly statutory: string
  readonly used: (days: number) => string
  readonly pauseName: (label: string, days: number) => string
  readonly passed: string
  readonly spoken: (title: string) => string
  readonly apart: string
  readonly notCounted: (name: string, paused: boolean) => string
  /** Between the parts of the spoken ribbon: weak, strong. */
  readonly comma: string
  readonly semicolon: string
  readonly key: Readonly<Record<Key, string>>
  readonly makeUpMark: string
  readonly dayTitle: (date: string, weekday: string, why: string) => string
  readonly afterLimit: string
}

/** The words of the clock ribbon. The Tibetan is a draft, 待母语审校. */
export const RIBBON_TEXT: Readonly<Record<UiLanguage, RibbonText>> = {
  zh: {
    title: {
      acceptance: '受理期限',
      decision: '办理期限',
      committed: '办理期限',
      issuance: '送达期限',
    },
    start: { acceptance: '收件', decision: '受理', committed: '受理', issuance: '决定' },
    end: { delivered: '送达', posted: '寄出', withdrawn: '撤回', terminated: '终止' },
    today: '今天',
    committed: '承诺',
    statutory: '法定',
    used: (days) => `已用 ${days} 个工作日`,
    pauseName: (label, days) => `${label} ${days} 个工作日`,
    passed: '已过期',
    spoken: (title) => `${title}时间带`,
    apart: '',
    notCounted: (name, paused) => `${name}${paused ? '，期限暂停' : ''}不计入`,
    comma: '，',
    semicolon: '；',
    key: {
      used: '已用',
      left: '剩余',
      leftCommitted: '承诺内剩余',
      reserve: '法定内剩余',
      overrun: '超期',
      off: '不计入',
      paused: '特别程序',
      makeUp: '班 调休上班',
    },
    makeUpMark: '班',
    dayTitle: (date, weekday, why) => `${date} ${weekday}：${why}`,
    afterLimit: '期限届满以后',
  },
  en: {
    title: {
      acceptance: 'Time limit for acceptance',
      decision: 'Time limit for the decision',
      committed: 'Time limit for the decision',
      issuance: 'Time limit for delivery',
    },
    start: {
      acceptance: 'Received',
      decision: 'Accepted',
      committed: 'Accepted',
      issuance: 'Decided',
    },
    end: { delivered: 'Delivered', posted: 'Posted', withdrawn: 'Withdrawn', terminated: 'Ended' },
    today: 'Today',
    committed: 'Promised',
    statutory: 'Legal',
    used: (days) => `${days} working ${days === 1 ? 'day' : 'days'} used`,
    pauseName: (label, days) => `${label} ${days} wd`,
    passed: 'has passed',
    spoken: (title) => `${title}, day by day`,
    apart: ' ',
    notCounted: (name, paused) => `${name} not counted${paused ? ', the clock is stopped' : ''}`,
    comma: ', ',
    semicolon: '; ',
    key: {
      used: 'used',
      left: 'left',
      leftCommitted: 'left of the promise',
      reserve: 'left of the legal limit',
      overrun: 'overdue',
      off: 'not counted',
      paused: 'special procedure',
      makeUp: 'W make-up working day',
    },
    makeUpMark: 'W',
    dayTitle: (date, weekday, why) => `${weekday}, ${date}: ${why}`,
    afterLimit: 'after the limit',
  },
  bo: {
    title: {
      acceptance: 'ཞུ་བ་བདག་སྤྲོད་དུས་བཀག',
      decision: 'ལས་སྒྲུབ་དུས་བཀག',
      committed: 'ལས་སྒྲུབ་དུས་བཀག',
      issuance: 'སྤྲོད་པའི་དུས་བཀག',
    },
    start: { acceptance: 'ལེན་པ།', decision: 'བདག་སྤྲོད།', committed: 'བདག་སྤྲོད།', issuance: 'ཐག་གཅོད།' },
    end: { delivered: 'སྤྲད་ཟིན།', posted: 'བསྐུར་ཟིན།', withdrawn: 'ཕྱིར་བླངས།', terminated: 'མཚམས་བཞག' },
    today: 'དེ་རིང་།',
    committed: 'ཁས་ལེན།',
    statutory: 'ཁྲིམས་བཀོད།',
    used: (days) => `ལས་ཉིན་ ${days} སྤྱད་ཟིན།`,
    pauseName: (label, days) => `${label} ལས་ཉིན་ ${days}`,
    passed: 'དུས་བཀག་བརྒལ་ཟིན།',
    spoken: (title) => `${title} ཉིན་རེའི་རེའུ་མིག`,
    apart: ' ',
    notCounted: (name, paused) => `${name} ${paused ? 'དུས་བཀག་མཚམས་བཞག ' : ''}མི་བགྲང་།`,
    comma: ' ',
    semicolon: ' ',
    key: {
      used: 'སྤྱད་ཟིན།',
      left: 'ལྷག་མ།',
      leftCommitted: 'ཁས་ལེན་ལྷག་མ།',
      reserve: 'ཁྲིམས་བཀོད་ལྷག་མ།',
      overrun: 'བརྒལ་བ།',
      off: 'མི་བགྲང་།',
      paused: 'དམིགས་བསལ་གོ་རིམ།',
      makeUp: 'ལ་ ལས་ཉིན་ཚབ་མ།',
    },
    makeUpMark: 'ལ',
    dayTitle: (date, weekday, why) => `${date} ${weekday} ${why}`,
    afterLimit: 'དུས་བཀག་རྗེས།',
  },
}
