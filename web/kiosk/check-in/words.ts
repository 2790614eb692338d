import { defineWords } from '../../portal/words/define-words.ts'

export const useCheckInWords = defineWords(
  {
    title: '预约签到',
    lead: '约定时段开始前后 15 分钟内签到按预约叫号；迟到的按普通号排（分钟数待业主确认）。',
    byCode: '凭预约码',
    byCodeSays: '8 位数字，也可以扫预约的二维码',
    byIdentity: '凭身份证',
    byIdentitySays: '刷身份证或者输入号码',
    code: '预约码',
    identity: '身份证号码',
    identityHelp: '18 位，最后一位可能是 X。',
    checkIn: '签到取号',
    checking: '正在签到…',
    late: '已经过了约定的时段，按普通号排队。',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
