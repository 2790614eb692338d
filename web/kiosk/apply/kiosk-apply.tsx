import { QrPicture } from '../../portal/apply/resume/qr-picture.tsx'
import { KioskItems } from '../guide/kiosk-items.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { useApplyWords } from './words.ts'

/** First which item, then where: on one's own phone, or here, step by step, with the same form. */
export function KioskApply({ itemId }: { itemId?: string }) {
  const words = useApplyWords()
  if (itemId === undefined) return <KioskItems title={words.which} to="/kiosk/begin" />
  const id = encodeURIComponent(itemId)
  return (
    <KioskPage title={words.where} lead={words.whereSays}>
      <section className="kiosk-card two">
        <div>
          <h2>{words.phone}</h2>
          <p>{words.phoneSays}</p>
        </div>
        <QrPicture
          address={`${window.location.origin}/apply/${id}`}
          alt={words.phoneCode}
          caption={words.phoneCode}
        />
      </section>
      <section className="kiosk-card">
        <h2>{words.here}</h2>
        <p>{words.hereSays}</p>
        <p className="kiosk-acts">
          <a className="btn" href={`/kiosk/items/${id}`}>
            {words.guide}
          </a>
          <a className="btn main" href={`/kiosk/apply/${id}`}>
            {words.begin}
          </a>
        </p>
      </section>
    </KioskPage>
  )
}
