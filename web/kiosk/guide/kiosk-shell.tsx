import { useEffect, type ReactNode } from 'react'
import { speak } from '../../portal/words/define-words.ts'
import {
  LANGUAGE_DRAFT,
  LANGUAGE_NAME,
  LANGUAGE_TAG,
  LANGUAGES,
  useLanguage,
} from '../../portal/words/language.ts'
import { IDLE_SECONDS } from './use-idle.ts'
import { useKioskWords } from './words.ts'

/** From here on the screen says aloud that it will begin anew. */
const WARNED_AT = 15

export function KioskShell(props: { secondsLeft: number; children: ReactNode }) {
  const words = useKioskWords()
  const language = useLanguage()
  useEffect(() => {
    document.title = words.title
    document.documentElement.lang = LANGUAGE_TAG[language]
    document.documentElement.classList.add('kiosk')
    return () => document.documentElement.classList.remove('kiosk')
  }, [words, language])
  const draft = LANGUAGE_DRAFT[language]
  return (
    <div className="kiosk-page">
      <header>
        <a href="/kiosk">{words.brand}</a>
        <span>{words.title}</span>
      </header>
      <main id="content">{props.children}</main>
      <footer>
        <nav aria-label={words.language}>
          {LANGUAGES.map((one) => (
            <button
              key={one}
              type="button"
              lang={LANGUAGE_TAG[one]}
              aria-pressed={one === language}
              onClick={() => void speak(one).catch(() => undefined)}
            >
              {LANGUAGE_NAME[one]}
            </button>
          ))}
        </nav>
        {draft && (
          <p lang="zh-CN" className="pending">
            {draft}
          </p>
        )}
        <p role="status">
          {props.secondsLeft <= WARNED_AT
            ? words.soon(props.secondsLeft)
            : words.idle(IDLE_SECONDS)}
        </p>
      </footer>
    </div>
  )
}
