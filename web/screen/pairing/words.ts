import { defineWords } from '../../portal/words/define-words.ts'

export const usePairingWords = defineWords(
  {
    title: '设备配对',
    screen: '这台设备将显示大厅叫号。',
    'window-screen': '这台设备将显示一个窗口的叫号。',
    kiosk: '这台设备将作为自助终端使用。',
    evaluator: '这台设备将作为评价器使用。',
    help: '请大厅管理员在“大厅 · 设备”里登记本设备，把看到的 8 位配对码填在这里。配对码一小时内有效，只能用一次。',
    code: '配对码',
    pair: '配对',
    pairing: '正在配对…',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)
