import { availableParallelism } from 'node:os'
import argon2 from 'argon2'
import { levels, step } from '../database/observe.ts'
import { createFairQueue } from './fair-queue.ts'

/**
 * argon2id; of the settings that OWASP lists as equal the one that takes the least processor time and memory: 7 MiB,
 * five passes, one lane (docs/decisions/0012-password-hashing.md).
 */
const SETTINGS = {
  type: argon2.argon2id,
  memoryCost: 7 * 1024,
  timeCost: 5,
  parallelism: 1,
} as const
/** libuv has four threads, and files and seals need some of them too. */
const MOST_AT_ONCE = 2
const queue = createFairQueue(Math.min(availableParallelism(), MOST_AT_ONCE))

export async function hashPassword(password: string): Promise<string> {
  return await queue.run('', () => counted(() => argon2.hash(password.normalize('NFC'), SETTINGS)))
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

/** Takes as long for a name that nobody has, so that the time tells nothing. Whoever tries from one `origin` queues. */
export async function verifyPassword(
  hash: string | undefined,
  password: string,
  origin = '',
): Promise<boolean> {
  const against = hash ?? (await nobody)
  const matches = await queue.run(origin, () =>
    counted(() => argon2.verify(against, password.normalize('NFC'))),
  )
  return matches && hash !== undefined
}

/** Hashes a password that was just right with today's settings, when nobody waits; nothing where it has them already. */
export function renewHash(
  hash: string,
  password: string,
  save: (renewed: string) => Promise<unknown>,
): void {
  if (!argon2.needsRehash(hash, SETTINGS)) return
  queue.runLater(async () => {
    await save(await argon2.hash(password.normalize('NFC'), SETTINGS))
  })
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
