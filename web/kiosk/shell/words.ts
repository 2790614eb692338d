import { defineWords } from '../../portal/words/define-words.ts'

export const useKioskWords = defineWords(
  {
    title: '自助服务',
    brand: '一窗',
    larger: '字再大些',
    smaller: '字小一些',
    help: '找人帮忙',
    helpSays: '请到导办台，工作人员会过来帮您；也可以拨打 12345。',
    end: '结束并清除',
    idle: (seconds: number) => `${seconds} 秒不操作，自动退出并清除您的信息`,
    idleTitle: '您还在吗？',
    idleSays: (seconds: number) => `${seconds} 秒后清除您填写的内容，回到首页。继续使用请点屏幕。`,
    goOn: '继续使用',
    endNow: '现在结束',
    phoneTitle: '请用手机继续',
    phoneSays: '这一步在您自己的手机上办更方便、更安全。扫码继续：',
    phoneCode: '用手机扫码打开',
    close: '返回',
    devices: '本机外设',
    devicesCode: '外设程序上的 6 位数字',
    pairDevices: '配对外设',
    devicesPaired: '外设已经配对。',
    home: '返回首页',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
