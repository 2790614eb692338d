import { defineWords } from '../words/define-words.ts'

export const useTicketWords = defineWords(
  {
    title: '我的号票',
    yours: '您的号',
    waiting: '等候中',
    called: '正在叫您的号',
    serving: '正在办理',
    held: '窗口请您稍等',
    passed: '已过号',
    finished: '已经办完',
    void: '号票已作废',
    go: (windowId: number) => `请到 ${windowId} 号窗口`,
    at: (windowId: number) => `在 ${windowId} 号窗口`,
    passedSays: (until: string) =>
      `${until} 前到自助终端或者导办台，可以返回排队一次；过时请重新取号。`,
    ahead: '前面还有',
    about: '大约等候',
    people: (people: number) => `${people} 人`,
    minutes: (minutes: number) => (minutes === 0 ? '马上' : `${minutes} 分钟`),
    noWindow: '窗口开放后叫号',
    taken: (time: string) => `取号 ${time}`,
    rule: '按什么次序叫号',
    lost: '网络没有连上，显示的是刚才的情况。请留意大屏和语音。',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
