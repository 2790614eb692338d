import { defineWords } from '../../portal/words/define-words.ts'

export const usePaperWords = defineWords(
  {
    title: '打印什么？',
    lead: '打印不收费。',
    guides: '办事指南、空白表格',
    guidesSay: '找到事项后打印',
    notices: '我的文书',
    noticesSay: '受理通知书等，登录后打印',
    progress: '办理进度',
    progressSays: '凭办件编号和查询密码',
    printing: '正在打印…',
    failed: '没有打印出来，请找导办人员。',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
