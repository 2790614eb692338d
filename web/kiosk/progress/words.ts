import { defineWords } from '../../portal/words/define-words.ts'

export const useProgressWords = defineWords(
  {
    title: '查进度',
    lead: '收件凭证上有办件编号和查询密码；也可以扫凭证上的二维码。',
    number: '办件编号',
    numberHelp: '如 513200-20260302-000001，可以不写横线。',
    code: '查询密码',
    codeHelp: '6 位数字。连续 5 次不符将锁定 30 分钟。',
    next: '下一步',
    change: '改编号',
    look: '查询',
    looking: '正在查询…',
    print: '打印',
    done: '完成，清除屏幕',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
