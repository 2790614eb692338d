import type { UiLanguage } from './language.ts'

type DateWords = {
  readonly long: (year: number, month: number, day: number) => string
  readonly short: (month: number, day: number) => string
  readonly month: (month: number) => string
  readonly yearMonth: (year: number, month: number) => string
  /** From Sunday. */
  readonly weekdays: readonly string[]
  readonly dueToday: string
  readonly left: (days: number) => string
  readonly over: (days: number) => string
  readonly leftShort: (days: number) => string
  readonly overShort: (days: number) => string
  readonly noLimit: string
  readonly paused: (days: number) => string
  readonly open: string
  readonly dateWith: (date: string, rest: string) => string
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const month = (number: number) => MONTHS[number - 1] ?? ''
const days = (number: number) => `${number} working ${number === 1 ? 'day' : 'days'}`

/** How each language writes days and what is left of them. The Tibetan is a draft, 待母语审校. */
export const DATE_WORDS: Readonly<Record<UiLanguage, DateWords>> = {
  zh: {
    long: (y, m, d) => `${y}年${m}月${d}日`,
    short: (m, d) => `${m}月${d}日`,
    month: (m) => `${m}月`,
    yearMonth: (y, m) => `${y}年${m}月`,
    weekdays: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
    dueToday: '今天到期',
    left: (n) => `还剩 ${n} 个工作日`,
    over: (n) => `已超 ${n} 个工作日`,
    leftShort: (n) => `还剩 ${n}`,
    overShort: (n) => `已超 ${n}`,
    noLimit: '无',
    paused: (n) => `暂停（剩余 ${n} 个工作日）`,
    open: '待定',
    dateWith: (date, rest) => `${date}（${rest}）`,
  },
  en: {
    long: (y, m, d) => `${d} ${month(m)} ${y}`,
    short: (m, d) => `${d} ${month(m).slice(0, 3)}`,
    month: (m) => month(m).slice(0, 3),
    yearMonth: (y, m) => `${month(m).slice(0, 3)} ${y}`,
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    dueToday: 'due today',
    left: (n) => `${days(n)} left`,
    over: (n) => `${days(n)} overdue`,
    leftShort: (n) => `${n} left`,
    overShort: (n) => `${n} over`,
    noLimit: 'none',
    paused: (n) => `paused (${days(n)} left)`,
    open: 'not yet set',
    dateWith: (date, rest) => `${date} (${rest})`,
  },
  bo: {
    long: (y, m, d) => `${y} ལོའི་ཟླ་ ${m} པའི་ཚེས་ ${d}`,
    short: (m, d) => `ཟླ་ ${m} ཚེས་ ${d}`,
    month: (m) => `ཟླ་ ${m}`,
    yearMonth: (y, m) => `${y} ཟླ་ ${m}`,
    weekdays: [
      'གཟའ་ཉི་མ།',
      'གཟའ་ཟླ་བ།',
      'གཟའ་མིག་དམར།',
      'གཟའ་ལྷག་པ།',
      'གཟའ་ཕུར་བུ།',
      'གཟའ་པ་སངས།',
      'གཟའ་སྤེན་པ།',
    ],
    dueToday: 'དེ་རིང་དུས་བཀག་ཐོག',
    left: (n) => `ལས་ཉིན་ ${n} ལྷག་ཡོད།`,
    over: (n) => `ལས་ཉིན་ ${n} བརྒལ་ཟིན།`,
    leftShort: (n) => `ལྷག་མ་ ${n}`,
    overShort: (n) => `བརྒལ་བ་ ${n}`,
    noLimit: 'མེད།',
    paused: (n) => `མཚམས་བཞག་ (ལས་ཉིན་ ${n} ལྷག་ཡོད།)`,
    open: 'ད་དུང་གཏན་འཁེལ་མ་བྱུང་།',
    dateWith: (date, rest) => `${date} (${rest})`,
  },
}
