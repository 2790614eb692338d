import type { OfflineIntake } from '../../../../contract/offline.ts'
import { maskIdentity } from '../../../../domain/identifiers/mask.ts'
import { longMinute } from '../../../ui/dates.ts'
import { styleNonce } from '../../../ui/style-nonce.ts'

export type OfflineReceiptPaper = {
  readonly intake: OfflineIntake
  readonly itemName: string
  readonly materials: readonly { readonly name: string; readonly state: string }[]
  readonly clerk: string
  readonly window: number | null
}

const STATE: Readonly<Record<string, string>> = {
  held: '已收',
  missing: '未交',
  defective: '已收，待核',
  promised: '承诺补交',
}

/** 行政许可法第三十二条: what the law says of the day of receipt, in words that need no server. */
const NOTES = [
  '本凭证在系统不能连通期间出具，证明收到上列材料。收件时间以本凭证为准，法定期限自收件之日起计算。',
  '本凭证不表示受理。是否受理，自收件之日起五个工作日内告知；逾期不告知的，自收到申请材料之日起即为受理（行政许可法第三十二条）。',
  '系统恢复后自动登记，并出具有编号、签章和查询码的接收凭证，可以凭有效身份证件到窗口换领。编号如有变动，由窗口告知。',
]

const STYLE = `@page{size:A4;margin:22mm}body{font:12pt/1.8 "SimSun","Noto Serif SC",serif;color:#000}
h1{font-size:20pt;text-align:center;margin:0 0 4mm}.number{text-align:center;font-size:15pt;font-weight:700;margin:0 0 8mm}
table{width:100%;border-collapse:collapse}td{border:1px solid #000;padding:2mm 3mm;vertical-align:top}td:first-child{width:28mm}
li{margin:1mm 0}.sign{margin-top:14mm;display:flex;justify-content:space-between}`

/** A page of our own sent to the printer: no server typesets it, and it says so. */
export function printReceipt(paper: OfflineReceiptPaper): void {
  document.querySelector('iframe[data-print]')?.remove()
  const frame = document.createElement('iframe')
  frame.dataset['print'] = 'offline-receipt'
  frame.setAttribute('aria-hidden', 'true')
  frame.className = 'print-frame'
  document.body.append(frame)
  const sheet = frame.contentDocument
  if (sheet === null) return
  const style = sheet.createElement('style')
  style.nonce = styleNonce()
  style.textContent = STYLE
  sheet.head.append(style)
  sheet.title = '离线收件凭证'
  sheet.body.append(...partsOf(sheet, paper))
  frame.contentWindow?.focus()
  frame.contentWindow?.print()
}

function partsOf(sheet: Document, paper: OfflineReceiptPaper): HTMLElement[] {
  const { intake, itemName, materials, clerk, window } = paper
  const { applicant } = intake.application
  const element = (tag: string, text = '', className = '') => {
    const made = sheet.createElement(tag)
    made.textContent = text
    if (className !== '') made.className = className
    return made
  }
  const rows: readonly (readonly [string, string])[] = [
    ['申请事项', itemName],
    [
      '申请人',
      `${applicant.name}（${maskIdentity(applicant.identityType, applicant.identityNumber)}）`,
    ],
    ['收件时间', longMinute(intake.takenAt)],
    ['收件窗口', window === null ? '综合窗口' : `综合窗口 ${window} 号`],
    [
      '收到材料',
      materials
        .map(({ name, state }, index) => `${index + 1}. ${name}（${STATE[state] ?? state}）`)
        .join('；'),
    ],
  ]
  const table = element('table')
  for (const [name, value] of rows) {
    const row = element('tr')
    row.append(element('td', name), element('td', value))
    table.append(row)
  }
  const notes = element('ol')
  notes.append(...NOTES.map((note) => element('li', note)))
  const sign = element('div', '', 'sign')
  sign.append(element('span', `收件人：${clerk}`), element('span', '申请人签名：＿＿＿＿＿＿＿＿'))
  return [
    element('h1', '离线收件凭证'),
    element('p', `编号 ${intake.reserved?.number ?? '待系统恢复后编定'}`, 'number'),
    table,
    notes,
    sign,
  ]
}
