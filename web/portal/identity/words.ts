import { defineWords } from '../words/define-words.ts'

export const useIdentityWords = defineWords(
  {
    'id-card': '居民身份证',
    passport: '护照',
    'hk-macao-permit': '港澳居民来往内地通行证、居住证',
    'taiwan-permit': '台湾居民来往大陆通行证、居住证',
    'credit-code': '统一社会信用代码',
  },
  {
    en: () => import('./words.en.ts').then((module) => module.words),
    bo: () => import('./words.bo.ts').then((module) => module.words),
  },
)
