import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { DeviceFaultCode } from '../contract/device-faults.ts'

const Kept = z.array(
  z.strictObject({ origin: z.string(), tokenHash: z.string(), pairedAt: z.string() }),
)
type Kept = z.output<typeof Kept>

const DIGITS = 6
const WRONG_TRIES = 5
const LOCK_MS = 60_000
/** The oldest pairing of many goes: a browser that forgot its token pairs anew. */
const MOST_PAIRINGS = 20

export type Pairing = {
  /** What the program shows now. */
  readonly code: () => string
  readonly isPaired: (origin: string, token: string | null) => boolean
  readonly pair: (
    origin: string,
    code: string,
  ) => { readonly token: string } | { readonly fault: DeviceFaultCode }
}

/**
 * Which pages may use the devices: a code shown on this machine is entered once, a token is kept by the page, its hash
 * by this program. A code serves once; five wrong ones make a new code and a minute's rest.
 */
export function openPairing(
  folder: string,
  options: { readonly now?: () => number; readonly onCode?: (code: string) => void } = {},
): Pairing {
  const { now = Date.now, onCode } = options
  const file = path.join(folder, 'pairings.json')
  let kept = load(file)
  let code = newCode()
  let wrong = 0
  let lockedUntil = 0
  onCode?.(code)
  const renew = () => {
    code = newCode()
    wrong = 0
    onCode?.(code)
  }
  return {
    code: () => code,
    isPaired: (origin, token) =>
      token !== null &&
      kept.some((one) => one.origin === origin && isSame(one.tokenHash, hashOf(token))),
    pair: (origin, tried) => {
      if (now() < lockedUntil) return { fault: 'pairing-locked' }
      if (!isSame(hashOf(tried.trim()), hashOf(code))) {
        wrong += 1
        if (wrong < WRONG_TRIES) return { fault: 'wrong-code' }
        lockedUntil = now() + LOCK_MS
        renew()
        return { fault: 'pairing-locked' }
      }
      const token = randomBytes(32).toString('base64url')
      const pairedAt = new Date(now()).toISOString()
      kept = [...kept, { origin, tokenHash: hashOf(token), pairedAt }].slice(-MOST_PAIRINGS)
      save(file, kept)
      renew()
      return { token }
    },
  }
}

function newCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A file that cannot be read is no pairing: the code is entered again. */
function load(file: string): Kept {
  if (!existsSync(file)) return []
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}

function save(file: string, kept: Kept): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.part`
  writeFileSync(draft, JSON.stringify(kept), { mode: 0o600 })
  renameSync(draft, file)
}
