import { type CodeKey, createCodeLock } from '../http/code-lock.ts'

export const FAILURES_ALLOWED = 5
/** Of an address: a hall has one, and its people mistype. */
export const ADDRESS_FAILURES_ALLOWED = 60
export const LOCK_MINUTES = 30

const MOST = { number: FAILURES_ALLOWED, address: ADDRESS_FAILURES_ALLOWED } as const

export type ProgressKey = CodeKey<keyof typeof MOST>

export const progressLock = createCodeLock({
  purpose: 'progress',
  minutes: LOCK_MINUTES,
  most: MOST,
})
