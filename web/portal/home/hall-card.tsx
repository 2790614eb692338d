import { Suspense, useEffect, useState, type ComponentType } from 'react'
import { useHomeWords } from './words.ts'

/** The hall as it is now. Painted beforehand and on a thin line it says where it is; how many wait comes after the page. */
export function HallCard() {
  const words = useHomeWords()
  const [Now, setNow] = useState<ComponentType | null>(null)
  useEffect(() => {
    void import('./hall-now.tsx').then(
      ({ HallNow }) => setNow(() => HallNow),
      () => undefined,
    )
  }, [])
  return (
    <section className="card hall" aria-labelledby="hall">
      <h2 id="hall">{words.hall}</h2>
      <div className="hall-live">
        {/* Words of another language come after it: the page does not wait for them. */}
        <Suspense>{Now && <Now />}</Suspense>
      </div>
      <p className="soft">
        {words.hallPlace}
        <small className="pending">{words.addressUnknown}</small>
      </p>
    </section>
  )
}
