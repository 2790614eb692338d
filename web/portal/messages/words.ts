import { defineWords } from '../words/define-words.ts'

export const useMessageWords = defineWords(
  {
    title: '消息',
    none: '还没有消息',
    noneHelp: '办件有了进展，会在这里和您选择的方式告诉您。',
    legal: '法定通知',
    courtesy: '提醒',
    unreadMark: '未读',
    open: '查看',
    cleared: '保存期满，内容已清除；文书仍在“我的办件”中。',
    allRead: '全部标为已读',
    pages: '翻页',
    newer: '较新的',
    older: '较早的',
    bell: (count: number) => (count === 0 ? '消息' : `消息，${count} 条未读`),
    wishes: '通知方式',
    wishesHelp:
      '法定通知（受理、补正、决定、领取等）在站内必达，不能关闭；提醒不在 21:00 至次日 8:00 发送。',
    byWay: '方式',
    inApp: '站内消息',
    sms: '短信',
    email: '邮件',
    always: '必达',
    save: '保存通知方式',
    saving: '正在保存…',
    saved: '已保存。',
    demoTitle: '演示环境的模拟短信',
    demoHelp: '演示环境不向真实手机发短信。系统交给短信网关的内容列在这里，最近的在前。',
    demoNone: '还没有发过短信。',
    receipt: (number: string) => `回执 ${number}`,
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
