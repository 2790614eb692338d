import { QrPicture } from '../../portal/apply/resume/qr-picture.tsx'
import { Choices } from '../parts/choices.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { useScanned } from '../ticket/use-scanned.ts'
import { useVoiceWords } from './words.ts'

const RATING_LINK = /\/rate\/([\w-]{43})\b/

/** To say how it was: by the link of the message, signed in, or as a complaint that those complained about never handle. */
export function KioskVoices() {
  const words = useVoiceWords()
  useScanned((scanned) => {
    const [, link] = RATING_LINK.exec(scanned) ?? []
    if (link !== undefined) window.location.assign(`/kiosk/rate/${link}`)
  })
  return (
    <KioskPage title={words.title} lead={words.lead}>
      <Choices
        label={words.title}
        choices={[
          { id: '/kiosk/my', name: words.rate, beside: words.rateSays },
          { id: '/kiosk/enquiry?kind=complaint', name: words.complain, beside: words.complainSays },
          { id: '/kiosk/enquiry', name: words.ask, beside: words.askSays },
        ]}
        onChoose={(address) => window.location.assign(address)}
      />
      <section className="kiosk-card two">
        <div>
          <h2>{words.phone}</h2>
          <p>{words.phoneSays}</p>
        </div>
        <QrPicture
          address={`${window.location.origin}/enquiry`}
          alt={words.phoneCode}
          caption={words.phoneCode}
        />
      </section>
    </KioskPage>
  )
}
