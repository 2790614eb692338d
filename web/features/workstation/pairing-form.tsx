import { useState } from 'react'
import type { DeviceBridge } from '../../api/devices/device-bridge.ts'

/** The six digits that the device program shows, entered once in this browser. */
export function PairingForm({ bridge }: { bridge: DeviceBridge }) {
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')
  const pair = async () => {
    if (busy || code.trim() === '') return
    setBusy(true)
    setRefused('')
    const answer = await bridge.pair(code.trim())
    setBusy(false)
    if (!answer.ok) setRefused(answer.sentence)
  }
  return (
    <form
      className="pairing"
      onSubmit={(event) => {
        event.preventDefault()
        void pair()
      }}
    >
      <label htmlFor="pairing-code">配对码</label>
      <input
        id="pairing-code"
        value={code}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        placeholder="设备程序窗口里的六位数字"
        onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
      />
      <button type="submit" className="btn primary" disabled={busy || code.length < 6}>
        {busy ? '正在配对…' : '配对'}
      </button>
      {refused !== '' && (
        <span className="fault" role="alert">
          {refused}
        </span>
      )}
    </form>
  )
}
