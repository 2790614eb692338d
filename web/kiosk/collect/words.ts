import { defineWords } from '../../portal/words/define-words.ts'

export const useCollectWords = defineWords(
  {
    title: '领结果',
    lead: '先查一下结果是不是可以领、到哪个窗口领。凭办件编号和查询密码。',
    ready: '可以领取',
    collected: '已经领走了',
    ended: '这个办件没有可领的结果',
    'not-yet': '还不能领取',
    where: (windows: readonly number[]) =>
      windows.length === 0 ? '请到综合窗口领取。' : `请到 ${windows.join('、')} 号窗口领取。`,
    bring: '请带身份证件和收件凭证；代领还要带委托书。',
    waiting: (people: number) => `领件现在等候 ${people} 人。`,
    notYetSays: '办好后会通知您；也可以在这里再查。',
    collectedSays: '结果已经出件。有疑问请问导办人员。',
    take: '取领件号',
    done: '完成，清除屏幕',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
