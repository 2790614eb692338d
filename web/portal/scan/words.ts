import { defineWords } from '../words/define-words.ts'

/** What the phone says that serves as a scanner. */
export const useScanWords = defineWords(
  {
    title: '手机拍材料',
    noCode: '请在电脑上打开“用手机拍”，再扫描那里的二维码',
    expired: '二维码已经失效，请在电脑上重新生成后再扫',
    for: '这项材料',
    howTo: '放平，光线均匀，四角都拍进来，字看得清',
    arrived: (count: number) => `电脑上已收到 ${count} 页`,
    arrivedList: '已传到电脑的页',
    until: (time: string) => `可以拍到 ${time}`,
    done: '拍完了，回到电脑上继续',
    closeTab: '可以关掉这个页面了。电脑上会显示全部页。',
    more: '再拍一页',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
