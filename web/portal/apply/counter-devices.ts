import { createContext, type ComponentType } from 'react'

/** What the place that a page stands at has beside a browser: a kiosk's reader and camera. On a phone or at home there is none. */
export type CounterDevices = {
  readonly CardButton: ComponentType<{
    readonly onRead: (card: {
      readonly name: string
      readonly idNumber: string
      readonly address: string
    }) => void
  }>
  readonly ScanButton: ComponentType<{ readonly onFile: (file: File) => void }>
}

export const CounterDevicesContext = createContext<CounterDevices | null>(null)
