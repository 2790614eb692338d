import { defineWords } from '../../portal/words/define-words.ts'

export const useVoiceWords = defineWords(
  {
    title: '评价、投诉、咨询',
    lead: '窗口办完可以当场在评价器上评价。短信里的评价二维码也可以在这里扫。',
    rate: '评价我的办件',
    rateSays: '登录后选办件，五个等次由您自己选',
    complain: '投诉',
    complainSays: '由监督科办理，被投诉的单位不经手',
    ask: '咨询',
    askSays: '问条件、材料、办理',
    phone: '在手机上写',
    phoneSays: '要写的内容多，手机上更方便。',
    phoneCode: '用手机扫码写',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
