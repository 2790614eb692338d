import type { Checked } from './checked.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type CreditCodeFault = 'length' | 'characters' | 'check-digit'

/**
 * Unified social credit code, GB 32100—2015. The organisation code inside it (GB 11714) is not
 * checked: genuine codes exist whose inner check character does not hold.
 */
export function checkCreditCode(text: string): Checked<string, CreditCodeFault> {
  const code = text.trim().toUpperCase()
  if (code.length !== 18)
    return fault('length', `统一社会信用代码应为 18 位，现为 ${code.length} 位，请核对`)
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) {
    return fault(
      'characters',
      '统一社会信用代码由数字和大写字母组成（不含 I、O、S、V、Z），第 3 至 8 位为数字，请核对',
    )
  }
  return code[17] === creditCodeCheckCharacter(code.slice(0, 17))
    ? { ok: true, value: code }
    : fault('check-digit', '统一社会信用代码校验位不符，请对照营业执照或登记证书逐位核对')
}

/** The eighteenth character to the first seventeen. */
export function creditCodeCheckCharacter(seventeen: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(seventeen[index] ?? ''),
    0,
  )
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

function fault(why: CreditCodeFault, sentence: string): Checked<never, CreditCodeFault> {
  return { ok: false, why, sentence }
}
