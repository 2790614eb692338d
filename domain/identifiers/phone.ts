import type { Checked } from './checked.ts'

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^(0837-?\d{7}|0\d{2,3}-?\d{7,8})(-\d{1,6})?$/

/** A mobile or landline number; spaces are dropped. Aba's area code is 0837. */
export function checkPhone(text: string): Checked<string, 'format'> {
  const phone = text.replaceAll(/\s/g, '')
  return isMobile(phone) || LANDLINE.test(phone)
    ? { ok: true, value: phone }
    : {
        ok: false,
        why: 'format',
        sentence: '联系电话格式不符，请填写 11 位手机号，或带区号的固定电话，如 0837-2820000',
      }
}

/** Only a mobile number receives text messages. */
export function isMobile(phone: string): boolean {
  return MOBILE.test(phone)
}
