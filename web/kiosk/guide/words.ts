import { defineWords } from '../../portal/words/define-words.ts'

export const useKioskWords = defineWords(
  {
    title: '自助服务',
    brand: '一窗',
    question: '您想办什么事？',
    search: '找事项：名称、拼音、首字母',
    found: (items: number) => `${items} 个事项`,
    back: '返回首页',
    print: '打印指南',
    language: '语言',
    idle: (seconds: number) => `${seconds} 秒不操作，自动回到首页`,
    soon: (seconds: number) => `${seconds} 秒后回到首页，继续请点屏幕`,
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
