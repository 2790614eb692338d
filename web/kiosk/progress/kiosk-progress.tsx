import { useState } from 'react'
import { ProgressView } from '../../portal/progress/progress-view.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { NumberForm, type Found } from './number-form.tsx'
import { useProgressWords } from './words.ts'
import '../../portal/my/my.css'
import '../../portal/progress/progress.css'

/** Where an application stands, by number and query code: nobody's whole identity. */
export function KioskProgress() {
  const words = useProgressWords()
  const { end } = useKioskVisit()
  const [found, setFound] = useState<Found | null>(null)
  if (found === null)
    return (
      <KioskPage title={words.title} lead={words.lead}>
        <NumberForm onFound={setFound} />
      </KioskPage>
    )
  return (
    <KioskPage title={words.title} onBack={() => setFound(null)}>
      <div className="kiosk-borrowed my progress">
        <ProgressView found={found} />
      </div>
      <p className="kiosk-acts no-print">
        <button type="button" className="btn" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" className="btn main" onClick={end}>
          {words.done}
        </button>
      </p>
    </KioskPage>
  )
}
