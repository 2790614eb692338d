import { defineWords } from '../words/define-words.ts'

export const useChangesWords = defineWords(
  {
    title: '事项调整记录',
    intro:
      '事项的列入、暂停、下放、取消、合并、改备案和指南的新版本，每一条都有日期；依据文件附在后面。',
    of: (item: string) => `只看：${item}`,
    all: '看全部',
    scheduled: '尚未施行',
    document: (name: string, number: string, day: string) => `依据：${name}（${number}，${day}）`,
    shipped: '随系统发布的初始版本',
    guide: '看指南',
    older: '更早的记录',
    none: '没有调整记录',
    noneAdvice: '事项有调整时，会在这里公布。',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
