import { defineWords } from '../../words/define-words.ts'

export const useHallWords = defineWords(
  {
    open: '正在办公',
    closed: '现在不办公',
    hours: '办公时间',
    unconfirmed: '办公时间待业主确认',
    nextOpen: (date: string, weekday: string) => `下一个办公日 ${date} ${weekday}`,
    waiting: (people: number) => (people === 0 ? '没有人等候' : `等候 ${people} 人`),
    about: (minutes: number) => (minutes === 0 ? '随到随办' : `约 ${minutes} 分钟`),
    between: (minutes: number, most: number) => `约 ${minutes} 分钟，多数不超过 ${most} 分钟`,
    notServed: '现在没有窗口',
    noWindow: '现在没有窗口叫号，请到大厅取号等候。',
    unknown: '现在看不到大厅的等候情况。',
    stale: '网络没有连上，这是刚才的情况。',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
