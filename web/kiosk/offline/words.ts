import { defineWords } from '../../portal/words/define-words.ts'

export const useOfflineTicketWords = defineWords(
  {
    title: '线路断了，仍然可以取号',
    A: '行政审批',
    B: '公共服务',
    C: '便民服务',
    D: '领件',
    hall: '阿坝州政务服务中心',
    yours: '您的号',
    called: '窗口人员会喊号，请在大厅等候。',
    keep: '请记下号码。',
    none: '这台终端的号已发完，请到导办台。',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
