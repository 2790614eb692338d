import argon2 from 'argon2'
import { levels, step } from '../database/observe.ts'

/** argon2id as OWASP advises it: 19 MiB, two passes, one lane; some 40 ms in a thread of its own. */
const SETTINGS = {
  type: argon2.argon2id,
  memoryCost: 19 * 1024,
  timeCost: 2,
  parallelism: 1,
} as const

export async function hashPassword(password: string): Promise<string> {
  return await counted(() => argon2.hash(password.normalize('NFC'), SETTINGS))
}

async function counted<Result>(work: () => Promise<Result>): Promise<Result> {
  levels['password-hashes'] += 1
  try {
    return await step('hash-password', work)
  } finally {
    levels['password-hashes'] -= 1
  }
}

const nobody = hashPassword('nobody has this password')

/** Takes as long for a name that nobody has, so that the time tells nothing. */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  const against = hash ?? (await nobody)
  const matches = await counted(() => argon2.verify(against, password.normalize('NFC')))
  return matches && hash !== undefined
}

/** Ten characters of three kinds and without the user name; answers what is wrong, for the person. */
export function weaknessOf(password: string, username: string): string | undefined {
  if (password.length < 10) return '密码至少 10 位。'
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password))
  if (kinds.length < 3) return '密码须含大写字母、小写字母、数字、符号中的至少三种。'
  return password.toLowerCase().includes(username.toLowerCase())
    ? '密码不能包含用户名。'
    : undefined
}
