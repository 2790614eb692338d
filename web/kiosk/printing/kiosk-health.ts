import type { KioskHealth } from '../watchdog/use-watchdog.ts'

/** What the kiosk tells of itself: `browser` where papers go to the printer that the browser knows, of which it tells nothing. */
export async function kioskHealth(): Promise<KioskHealth> {
  return await Promise.resolve({ network: 'ok', printer: 'browser', paper: 'unknown' })
}
