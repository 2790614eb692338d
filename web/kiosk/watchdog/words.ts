import { defineWords } from '../../portal/words/define-words.ts'

export const useServiceWords = defineWords(
  {
    paused: '暂停服务',
    noLine: '自助终端与服务中心的线路断了。',
    broken: '自助终端出了错，正在重新启动。',
    elsewhere: '请到导办台取号、咨询，或者使用旁边的自助终端。',
    onlyTickets: '只能取号',
    restElsewhere: '其他事情请到导办台，或者使用旁边的自助终端。',
    comesBack: '恢复后会自动回到首页，您填写过的内容已经清除。',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
