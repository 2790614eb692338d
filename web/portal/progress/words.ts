import { defineWords } from '../words/define-words.ts'

export const useProgressWords = defineWords(
  {
    title: '查进度',
    help: '凭收件凭证上的办件编号和查询密码查询，不需要登录。',
    number: '办件编号',
    numberHelp: '如 513200-20260302-000001，可以不写横线。',
    code: '查询密码',
    codeHelp: '6 位数字，在收件凭证上。连续 5 次不符将锁定 30 分钟。',
    look: '查询',
    looking: '正在查询…',
    kept: '您填写的内容仍在上面。',
    another: '查另一件',
    applicant: '申请人',
    received: '收件',
    accepted: '受理',
    closed: '办结',
    papers: '已出具的文书',
    noPapers: '还没有出具文书。',
    papersHelp: '文书内容须登录“我的办件”或者到综合窗口查看。',
    correct: (count: number, date: string) => `${date}告知补正，还有 ${count} 项材料待补。`,
    signIn: '登录查看全部',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
