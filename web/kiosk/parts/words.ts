import { defineWords } from '../../portal/words/define-words.ts'

export const usePartWords = defineWords(
  {
    keysFor: (field: string) => `输入${field}`,
    erase: '删除一位',
    clear: '清空',
    readCard: '刷身份证',
    reading: '请把身份证放在读卡区…',
    noCard: '没有读到身份证。请放好再刷一次，或者用下面的按键输入。',
    scan: '扫描（高拍仪）',
    scanning: '正在拍摄，请不要移动…',
    noScan: '没有拍到。请把材料放平再试，或者选择文件。',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
