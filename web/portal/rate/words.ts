import { defineWords } from '../words/define-words.ts'

export const useRateWords = defineWords(
  {
    title: '评价服务',
    about: (item: string, contact: string) => `${item}：${contact}`,
    question: '您对这次服务',
    five: '非常满意',
    four: '满意',
    three: '基本满意',
    two: '不满意',
    one: '非常不满意',
    more: '想说的话（可以不写）',
    hidden:
      '评价自愿。被评价的人员看不到您是谁；不满意的，会有没有经手的人员在一个工作日内联系您。',
    send: '提交评价',
    sending: '正在提交…',
    kept: '您的评价仍在上面。',
    thanks: '谢谢，已经收到您的评价。',
    home: '回到首页',
  },
  {
    en: () => import('./words.en.ts').then((module) => module.words),
    bo: () => import('./words.bo.ts').then((module) => module.words),
  },
)
