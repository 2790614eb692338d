import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { useHomeWords } from './words.ts'

/** Only where this browser is no kiosk yet: whoever sets it up finds the way here. */
export function PairNote() {
  const words = useHomeWords()
  const { device } = useKioskVisit()
  if (device !== null) return null
  return (
    <p className="kiosk-unpaired">
      {words.unpaired} <a href="/kiosk/pair">{words.pair}</a>
    </p>
  )
}
