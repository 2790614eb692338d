import { useState } from 'react'
import { KioskGuide } from './kiosk-guide.tsx'
import { KioskShell } from './kiosk-shell.tsx'
import { KioskStart } from './kiosk-start.tsx'
import { useIdle } from './use-idle.ts'
import './kiosk.css'

/** The touch screen in the hall: who leaves it, leaves nothing behind. */
export function KioskPlace({ itemId }: { itemId: string | undefined }) {
  const [round, setRound] = useState(0)
  const seconds = useIdle(() => {
    if (itemId === undefined) setRound((before) => before + 1)
    else window.location.replace('/kiosk')
  })
  return (
    <KioskShell secondsLeft={seconds}>
      {itemId === undefined ? <KioskStart key={round} /> : <KioskGuide itemId={itemId} />}
    </KioskShell>
  )
}
