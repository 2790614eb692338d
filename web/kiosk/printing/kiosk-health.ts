import type { KioskHealth } from '../watchdog/use-watchdog.ts'
import { kioskBridge } from './kiosk-bridge.ts'

/** Looks between two self-tests of a printer: it is not asked at every heartbeat. */
const EVERY = 6
const health: Record<string, string> = { network: 'ok', printer: 'browser', paper: 'unknown' }
let looks = 0

/**
 * What the kiosk tells of itself. `browser`: papers go to the printer that the browser knows, of which it tells nothing;
 * `absent`: the device program was paired and does not answer.
 */
export async function kioskHealth(): Promise<KioskHealth> {
  if (looks % EVERY === 0) Object.assign(health, await testPrinters())
  looks += 1
  return { ...health }
}

async function testPrinters(): Promise<KioskHealth> {
  const bridge = await kioskBridge()
  if (bridge === null) return {}
  const [tickets, pages] = await Promise.all([
    bridge.request('ticket-printer', 'self-test', {}),
    bridge.request('page-printer', 'self-test', {}),
  ])
  if (!tickets.ok && tickets.code === 'bridge-absent')
    return { printer: 'absent', paper: 'unknown' }
  const isWell = (answer: typeof tickets) => !answer.ok || answer.value.passed
  return {
    printer: isWell(pages) ? 'ok' : 'fault',
    paper: tickets.ok && tickets.value.passed ? 'ok' : 'out',
  }
}
