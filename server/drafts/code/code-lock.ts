import type { Instant } from '../../../domain/shared/ids.ts'
import { type CodeKey, createCodeLock, type Guess } from '../../http/code-lock.ts'
import { refuse } from '../../http/refusal.ts'

/** Wrong slip codes on one draft, or by one account; from one address, behind which a whole hall may sit. */
const MOST = { code: 5, account: 5, address: 50 } as const

export type SlipKey = CodeKey<keyof typeof MOST>

export const slipLock = createCodeLock({ purpose: 'slip', minutes: 15, most: MOST })

export function refuseLocked({ until = '' as Instant }: Guess, now: Instant) {
  const seconds = Math.ceil((Date.parse(until) - Date.parse(now)) / 1000)
  return refuse(
    'code-locked',
    `取件码连续输错，已锁定，请 ${Math.ceil(seconds / 60)} 分钟后再试；也可以登录原来的账号，或者请窗口协助。`,
    { retryAfterSeconds: seconds },
  )
}
