import { speak } from '../../portal/words/define-words.ts'
import { LANGUAGE_NAME, LANGUAGE_TAG, LANGUAGES, useLanguage } from '../../portal/words/language.ts'

/** Each language by its own name; the next visitor begins in Chinese. */
export function KioskLanguages() {
  const language = useLanguage()
  return LANGUAGES.filter((one) => one !== language).map((one) => (
    <button
      key={one}
      type="button"
      lang={LANGUAGE_TAG[one]}
      onClick={() => void speak(one).catch(() => undefined)}
    >
      {LANGUAGE_NAME[one]}
    </button>
  ))
}
