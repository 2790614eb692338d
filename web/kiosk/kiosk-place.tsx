import { useCallback, useEffect, useMemo, useState } from 'react'
import { call } from '../api/call.ts'
import type { KeptDevice } from '../api/hall-device.ts'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { END_VISIT } from './idle/end-visit.ts'
import { useIdle } from './idle/use-idle.ts'
import { tracesHere, wipe } from './idle/wipe.ts'
import { kioskPageAt } from './kiosk-pages.tsx'
import { prepareTickets } from './offline/kiosk-tickets.ts'
import { OfflineTickets } from './offline/offline-tickets.tsx'
import { CounterDevicesContext, type CounterDevices } from '../portal/apply/counter-devices.ts'
import { CardButton } from './parts/card-button.tsx'
import { ScanButton } from './parts/scan-button.tsx'
import { kioskHealth } from './printing/kiosk-health.ts'
import { IdleDialog } from './shell/idle-dialog.tsx'
import { KioskShell } from './shell/kiosk-shell.tsx'
import { KioskVisitContext } from './shell/kiosk-visit.ts'
import { PhoneDialog } from './shell/phone-dialog.tsx'
import { useWays } from './shell/use-ways.ts'
import { OutOfService } from './watchdog/out-of-service.tsx'
import { useServiceWords } from './watchdog/words.ts'
import { useWatchdog } from './watchdog/use-watchdog.ts'

const PREPARE_EVERY_MS = 10 * 60_000
/** For the pages that the kiosk borrows from the portal. */
const DEVICES: CounterDevices = { CardButton, ScanButton }

/** Whatever page it is: who leaves it, leaves nothing behind. */
export function KioskPlace({ device }: { device: KeptDevice | undefined }) {
  const page = kioskPageAt(window.location.pathname)
  const [isEnding, setEnding] = useState(false)
  const end = useCallback(() => {
    setEnding(true)
    const traces = tracesHere(async () => await call(END_VISIT))
    void wipe(traces).finally(() => window.location.replace('/kiosk'))
  }, [])
  const { state, touch } = useIdle(!page.isHome, end)
  // Read ahead: without a line no word would come.
  useServiceWords()
  const watch = useWatchdog(device, kioskHealth)
  const { forPhone, close } = useWays()
  const visit = useMemo(() => ({ device: device ?? null, end, touch }), [device, end, touch])
  useEffect(() => {
    // Nobody finds what the one before had entered when it comes back.
    if (watch !== 'well') void wipe(tracesHere(async () => await call(END_VISIT)))
  }, [watch])
  useEffect(() => {
    if (device === undefined || watch !== 'well' || !page.isHome) return
    void prepareTickets(device)
    // A day may pass without a visitor: tomorrow's numbers come all the same, and what was taken back is dropped.
    const timer = setInterval(() => void prepareTickets(device), PREPARE_EVERY_MS)
    return () => clearInterval(timer)
  }, [device, watch, page.isHome])
  if (watch !== 'well')
    return (
      <OutOfService
        state={watch}
        {...(watch === 'no-line' &&
          device !== undefined && { tickets: <OfflineTickets device={device} /> })}
      />
    )
  return (
    <KioskVisitContext value={visit}>
      <KioskShell borrowed={page.borrowed} isHome={page.isHome}>
        <CounterDevicesContext value={DEVICES}>
          <ErrorBoundary>{!isEnding && page.content}</ErrorBoundary>
        </CounterDevicesContext>
      </KioskShell>
      {forPhone !== null && <PhoneDialog address={forPhone} onClose={close} />}
      {state.phase === 'warned' && <IdleDialog left={state.left} onEnd={end} />}
    </KioskVisitContext>
  )
}
