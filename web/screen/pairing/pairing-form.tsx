import { useEffect, useState } from 'react'
import type { HallDevice } from '../../../contract/hall-devices.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { pairDevice, type KeptDevice } from '../../api/hall-device.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { usePairingWords } from './words.ts'
import './pairing.css'

/** Where a device of another kind belongs. */
const PLACE_OF: Readonly<Record<HallDevice['kind'], string>> = {
  screen: '/hall/screen',
  'window-screen': '/hall/window/1',
  kiosk: '/kiosk',
  evaluator: '/hall/evaluator',
}

/** The code that the hall manager sees when a device is entered; typed once, where the device stands. */
export function PairingForm(props: {
  kind: HallDevice['kind']
  onPaired: (device: KeptDevice) => void
}) {
  const words = usePairingWords()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => {
    document.title = words.title
  }, [words])
  const pair = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const paired = await pairDevice(code.trim(), props.kind)
      if (typeof paired === 'string') window.location.assign(PLACE_OF[paired])
      else props.onPaired(paired)
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  return (
    <form
      className="pairing"
      onSubmit={(event) => {
        event.preventDefault()
        void pair()
      }}
    >
      <h1>{words.title}</h1>
      <p>{words[props.kind]}</p>
      <p>{words.help}</p>
      <label>
        <span>{words.code}</span>
        <input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          required
        />
      </label>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" disabled={busy}>
        {busy ? words.pairing : words.pair}
      </button>
    </form>
  )
}
