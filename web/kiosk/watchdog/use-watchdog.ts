import { useEffect, useRef, useState } from 'react'
import { asApiProblem, isUnanswered } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { callAsDevice, forgetDevice, type KeptDevice } from '../../api/hall-device.ts'
import { DEVICE_HEARTBEAT, HALL_BOARD } from '../../api/hall-operations.ts'
import { countFall } from './falls.ts'
import { createWatchdog, type WatchState } from './watchdog.ts'

export type KioskHealth = Readonly<Record<string, string>>

/** Hears of errors that no page catches; the kiosk's own root tells it of those that React caught. */
export const pageErrors = new EventTarget()

/**
 * Watches over the page and the line. A paired kiosk tells its health with each look: the hall manager sees it; one that was
 * removed there forgets that it was paired.
 */
export function useWatchdog(
  device: KeptDevice | undefined,
  healthOf: () => Promise<KioskHealth>,
): WatchState {
  const [state, setState] = useState<WatchState>('well')
  const health = useRef(healthOf)
  useEffect(() => {
    health.current = healthOf
  })
  useEffect(() => {
    const watchdog = createWatchdog({
      probe: async () => await look(device, health.current),
      onState: setState,
      reload: () => window.location.replace('/kiosk'),
      countFall: () => countFall(sessionStorage, Date.now()),
    })
    const onError = (event: ErrorEvent) => {
      // Without an error it is the browser's own complaint, not the page's.
      if (event.error instanceof Error) watchdog.fall()
    }
    const onRejection = ({ reason }: PromiseRejectionEvent) => {
      if (reason instanceof TypeError || reason instanceof ReferenceError) watchdog.fall()
    }
    window.addEventListener('error', onError)
    window.addEventListener('unhandledrejection', onRejection)
    pageErrors.addEventListener('error', watchdog.fall)
    return () => {
      watchdog.close()
      window.removeEventListener('error', onError)
      window.removeEventListener('unhandledrejection', onRejection)
      pageErrors.removeEventListener('error', watchdog.fall)
    }
  }, [device])
  return state
}

async function look(
  device: KeptDevice | undefined,
  healthOf: () => Promise<KioskHealth>,
): Promise<void> {
  try {
    if (device === undefined) await call(HALL_BOARD)
    else
      await callAsDevice(device, DEVICE_HEARTBEAT, { body: { health: { ...(await healthOf()) } } })
  } catch (error) {
    const problem = asApiProblem(error)
    if (isUnanswered(problem)) throw problem
    if (problem.code !== 'device-unknown') return
    forgetDevice()
    window.location.replace('/kiosk')
  }
}
