import { useState, type ReactNode } from 'react'
import type { HallDevice } from '../../../contract/hall-devices.ts'
import { forgetDevice, keptDevice, type KeptDevice } from '../../api/hall-device.ts'
import { PairingForm } from './pairing-form.tsx'

/**
 * A screen is set up once, by the code that the hall manager reads out, and remembers it. Its figures are public: with
 * `?unpaired` it runs without, on a screen that is only to be looked at.
 */
export function PairedPlace(props: {
  kind: HallDevice['kind']
  children: (device: KeptDevice | undefined, forget: () => void) => ReactNode
}) {
  const [device, setDevice] = useState(() => keptDevice(props.kind))
  const isFree = new URLSearchParams(window.location.search).has('unpaired')
  const forget = () => {
    forgetDevice()
    setDevice(undefined)
  }
  if (device || isFree) return props.children(device, forget)
  return (
    <main className="pairing-place">
      <PairingForm kind={props.kind} onPaired={setDevice} />
    </main>
  )
}
