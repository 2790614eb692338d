import type { Checked } from '../identifiers/checked.ts'

const EMAIL =
  /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/

/** An address that a person types; its proof is the code that arrives there. */
export function checkEmail(text: string): Checked<string, 'format'> {
  const email = text.trim()
  return EMAIL.test(email) && email.length <= 100
    ? { ok: true, value: email.toLowerCase() }
    : { ok: false, why: 'format', sentence: '邮箱格式不符，请填写如 name@example.com 的地址' }
}

/** n***@example.com */
export function maskEmail(email: string): string {
  const [name = '', host = ''] = email.split('@')
  return `${name.slice(0, 1)}***@${host}`
}
