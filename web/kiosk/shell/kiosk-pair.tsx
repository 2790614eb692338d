import { useEffect, useState } from 'react'
import { PairingForm } from '../../screen/pairing/pairing-form.tsx'
import { useKioskWords } from './words.ts'

/** Set up once, by whoever puts the kiosk in its place: as a device of the hall, and with the devices on its own desk. */
export function KioskPair() {
  const words = useKioskWords()
  const [code, setCode] = useState('')
  const [state, setState] = useState('')
  useEffect(() => {
    document.title = words.title
  }, [words])
  const pairDevices = async () => {
    const { deviceBridge } = await import('../../api/devices/use-device-bridge.ts')
    const bridge = deviceBridge()
    bridge.connect()
    const paired = await bridge.pair(code)
    setState(paired.ok ? words.devicesPaired : paired.sentence)
  }
  return (
    <>
      <PairingForm kind="kiosk" onPaired={() => window.location.replace('/kiosk')} />
      <form
        className="kiosk-card"
        onSubmit={(event) => {
          event.preventDefault()
          void pairDevices()
        }}
      >
        <h2>{words.devices}</h2>
        <label className="kiosk-line">
          <span>{words.devicesCode}</span>
          <input
            value={code}
            maxLength={20}
            autoComplete="off"
            inputMode="numeric"
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <p role="status">{state}</p>
        <button type="submit" className="btn">
          {words.pairDevices}
        </button>
      </form>
    </>
  )
}
