import { useState } from 'react'
import { printPdf } from '../printing/print-pdf.ts'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { usePaperWords } from './words.ts'

/** Prints one paper of the server; says so while it does, and when it could not. */
export function PrintButton({ address, label }: { address: string; label: string }) {
  const words = usePaperWords()
  const { touch } = useKioskVisit()
  const [state, setState] = useState<'still' | 'printing' | 'failed'>('still')
  const print = async () => {
    setState('printing')
    const isPrinted = await printPdf(address).then(
      () => true,
      () => false,
    )
    touch()
    setState(isPrinted ? 'still' : 'failed')
  }
  return (
    <>
      <button
        type="button"
        className="btn"
        disabled={state === 'printing'}
        onClick={() => void print()}
      >
        {state === 'printing' ? words.printing : label}
      </button>
      {state === 'failed' && <span role="alert">{words.failed}</span>}
    </>
  )
}
