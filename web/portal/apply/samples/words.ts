import { defineWords } from '../../words/define-words.ts'

/** What each drawing shows, for whoever does not see it. */
export const useSampleWords = defineWords(
  {
    clear: '正确：四角齐全，字迹清楚，签名和印章完整',
    blurred: '错误：画面模糊',
    'cut-off': '错误：没有拍全',
    shadow: '错误：有阴影，看不清字',
    expired: '错误：已过有效期',
    unsigned: '错误：没有签名',
    unsealed: '错误：没有盖章',
    altered: '错误：有涂改',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
