import { createContext, useContext } from 'react'
import type { KeptDevice } from '../../api/hall-device.ts'

/** What every page of the kiosk may ask of it. */
export type KioskVisit = {
  /** Null: this browser is not paired as a kiosk, so no tickets are given out here. */
  readonly device: KeptDevice | null
  /** Wipes everything and shows the first page. */
  readonly end: () => void
  /** Keeps the screen awake for what needs no finger. */
  readonly touch: () => void
}

export const KioskVisitContext = createContext<KioskVisit | null>(null)

export function useKioskVisit(): KioskVisit {
  const visit = useContext(KioskVisitContext)
  if (visit === null) throw new Error('No kiosk stands around this page')
  return visit
}
