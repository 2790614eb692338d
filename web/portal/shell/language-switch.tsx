import { useEffect, useRef } from 'react'
import {
  chooseLanguage,
  LANGUAGE_NAME,
  LANGUAGE_TAG,
  LANGUAGES,
  useLanguage,
} from '../words/language.ts'
import { useShellWords } from './words.ts'

/** A native list of languages: each called by its own name, in its own script. */
export function LanguageSwitch() {
  const words = useShellWords()
  const language = useLanguage()
  const list = useRef<HTMLSelectElement>(null)
  // On a painted page somebody may have chosen before any script listened.
  useEffect(() => {
    const options = Array.from(list.current?.options ?? [])
    const chosen = options.find((one) => one.selected && !one.defaultSelected)
    if (chosen) choose(chosen.value)
  }, [])
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
      <select ref={list} value={language} onChange={(event) => choose(event.target.value)}>
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={LANGUAGE_TAG[one]}>
            {LANGUAGE_NAME[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

function choose(value: string): void {
  chooseLanguage(LANGUAGES.find((one) => one === value) ?? 'zh')
}
