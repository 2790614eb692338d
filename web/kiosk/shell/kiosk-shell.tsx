import { useEffect, useState, type ReactNode } from 'react'
import { LANGUAGE_DRAFT, LANGUAGE_TAG, useLanguage } from '../../portal/words/language.ts'
import { WindowMark } from '../../ui/window-mark.tsx'
import { IDLE } from '../idle/idle-clock.ts'
import { KioskLanguages } from './kiosk-languages.tsx'
import { isLarge, setLarge } from './kiosk-large.ts'
import { KioskTime } from './kiosk-time.tsx'
import { useKioskVisit } from './kiosk-visit.ts'
import { useKioskWords } from './words.ts'

/**
 * The frame of every page of the kiosk. A borrowed page brings its own landmarks: then these are plain parts, and the page is
 * shown at the size of an arm's length.
 */
export function KioskShell(props: { borrowed: boolean; isHome: boolean; children: ReactNode }) {
  const words = useKioskWords()
  const language = useLanguage()
  const { end } = useKioskVisit()
  const [help, setHelp] = useState(false)
  const [large, showAsLarge] = useState(isLarge)
  useEffect(() => {
    document.title = words.title
    document.documentElement.lang = LANGUAGE_TAG[language]
  }, [words, language])
  const Head = props.borrowed ? 'div' : 'header'
  const Foot = props.borrowed ? 'div' : 'footer'
  const draft = LANGUAGE_DRAFT[language]
  return (
    <div className="kiosk-page">
      <Head className="kiosk-head no-print">
        <a href="/kiosk">
          <WindowMark size={64} />
          {words.brand}
        </a>
        <span>{words.title}</span>
        <KioskTime />
      </Head>
      {props.borrowed ? (
        <div className="kiosk-borrowed">{props.children}</div>
      ) : (
        <main id="content" className="kiosk-main">
          {props.children}
        </main>
      )}
      <Foot className="kiosk-foot no-print">
        {help && (
          <p className="kiosk-help" role="status">
            {words.helpSays}
          </p>
        )}
        <div className="kiosk-tools">
          <button
            type="button"
            aria-pressed={large}
            onClick={() => {
              setLarge(!large)
              showAsLarge(!large)
            }}
          >
            {large ? words.smaller : words.larger}
          </button>
          <KioskLanguages />
          <button type="button" aria-expanded={help} onClick={() => setHelp(!help)}>
            {words.help}
          </button>
          {!props.isHome && (
            <button type="button" className="end" onClick={end}>
              {words.end}
            </button>
          )}
        </div>
        {draft && (
          <p lang="zh-CN" className="pending">
            {draft}
          </p>
        )}
        <p className="soft">{words.idle(IDLE.seconds)}</p>
      </Foot>
    </div>
  )
}
