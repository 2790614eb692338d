import { useRef, useState } from 'react'
import { capturePage } from '../printing/kiosk-bridge.ts'
import { useKioskDevice } from '../printing/use-kiosk-device.ts'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { usePartWords } from './words.ts'

/** Photographs the page that lies under the kiosk's camera; nothing where there is none. */
export function ScanButton({ onFile }: { onFile: (file: File) => void }) {
  const words = usePartWords()
  const { touch } = useKioskVisit()
  const hasCamera = useKioskDevice('document-camera')
  const count = useRef(0)
  const [state, setState] = useState<'still' | 'scanning' | 'nothing'>('still')
  const scan = async () => {
    setState('scanning')
    const page = await capturePage(`scan-${count.current + 1}`)
    touch()
    setState(page === null ? 'nothing' : 'still')
    if (page === null) return
    count.current += 1
    onFile(page)
  }
  if (!hasCamera) return null
  return (
    <>
      <button
        type="button"
        className="btn main"
        disabled={state === 'scanning'}
        onClick={() => void scan()}
      >
        {state === 'scanning' ? words.scanning : words.scan}
      </button>
      <span role="status">{state === 'nothing' && words.noScan}</span>
    </>
  )
}
