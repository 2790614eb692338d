import { defineWords } from '../../portal/words/define-words.ts'

export const useGuideWords = defineWords(
  {
    question: '您想办什么事？',
    search: '找事项：点拼音首字母，如“劳务派遣”点 LWPQ',
    found: (items: number) => `${items} 个事项`,
    print: '打印指南',
    printForm: '打印空表',
    apply: '申请',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
