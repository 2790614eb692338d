import { speak } from '../words/define-words.ts'
import {
  LANGUAGE_NAME,
  LANGUAGE_TAG,
  LANGUAGES,
  languageNow,
  useLanguage,
} from '../words/language.ts'
import { useShellWords } from './words.ts'

/** A native list of languages: each called by its own name, in its own script. */
export function LanguageSwitch() {
  const words = useShellWords()
  const language = useLanguage()
  return (
    <label className="tool line language">
      <svg width="18" height="18" viewBox="0 0 24 24" fill="none" aria-hidden="true">
        <path
          d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"
          stroke="currentColor"
          strokeWidth="1.800"
        />
      </svg>
      <span className="sr-only">{words.language}</span>
      <select value={language} onChange={(event) => void choose(event.currentTarget)}>
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={LANGUAGE_TAG[one]}>
            {LANGUAGE_NAME[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

async function choose(list: HTMLSelectElement): Promise<void> {
  try {
    await speak(LANGUAGES.find((one) => one === list.value) ?? 'zh')
  } catch {
    list.value = languageNow()
  }
}

/** On a painted page somebody may have chosen before any script listened; to be asked before the page is taken over. */
export function takeEarlyChoice(root: HTMLElement): () => void {
  const list = root.querySelector<HTMLSelectElement>('.language select')
  const early = list?.value
  return () => {
    if (!list || early === undefined || early === languageNow()) return
    list.value = early
    void choose(list)
  }
}
