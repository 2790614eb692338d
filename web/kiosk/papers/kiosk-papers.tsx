import { Choices } from '../parts/choices.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { usePaperWords } from './words.ts'

/** Guides and empty forms for everybody; one's own papers after signing in. */
export function KioskPapers() {
  const words = usePaperWords()
  return (
    <KioskPage title={words.title} lead={words.lead}>
      <Choices
        label={words.title}
        choices={[
          { id: '/kiosk/items', name: words.guides, beside: words.guidesSay },
          { id: '/kiosk/my', name: words.notices, beside: words.noticesSay },
          { id: '/kiosk/progress', name: words.progress, beside: words.progressSays },
        ]}
        onChoose={(address) => window.location.assign(address)}
      />
    </KioskPage>
  )
}
