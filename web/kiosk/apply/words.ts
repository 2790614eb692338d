import { defineWords } from '../../portal/words/define-words.ts'

export const useApplyWords = defineWords(
  {
    which: '要申请哪个事项？',
    where: '在哪里填？',
    whereSays: '两种办法填的是同一份表。填了一半可以拿取件码换地方接着填。',
    phone: '在手机上填',
    phoneSays: '打字、拍材料都方便。扫码就能开始。',
    phoneCode: '用手机扫码申请',
    here: '就在这里填',
    hereSays:
      '适合内容少的事项。提交前要登录；离开 60 秒，屏幕上的内容会清除，没拿取件码的草稿就找不回来了。',
    guide: '先看指南',
    begin: '开始填',
    resume: '交材料、接着填',
    resumeSays: '输入取件码，或者扫取件单上的二维码，打开您的草稿，在这里拍照、上传材料。',
    slip: '取件码',
    open: '打开草稿',
    opening: '正在打开…',
    signIn: '登录',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
