import { defineWords } from '../../portal/words/define-words.ts'

export const useEvaluatorWords = defineWords(
  {
    title: '服务评价',
    idle: '欢迎您',
    idleMore: '办理结束后，请在这里评价本次服务。评价自愿。',
    question: '请您评价本次服务',
    number: (number: string) => `号码 ${number}`,
    five: '非常满意',
    four: '满意',
    three: '基本满意',
    two: '不满意',
    one: '非常不满意',
    hidden: '评价自愿，不选也可以。窗口人员看不到您选了哪一个。',
    left: (seconds: number) => `${seconds} 秒后关闭`,
    sending: '正在提交…',
    thanks: '谢谢您的评价',
    thanksMore: '不满意的，会有没有经手的人员回访核实。',
    language: '语言',
    lost: '暂时连不上，评价稍后可以在短信链接或者网上补做。',
    again: '没有提交成功，请再点一次。',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
