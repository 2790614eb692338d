import type { ReactNode } from 'react'
import { UI_WORDS, UiSpeechContext } from '../../ui/ui-words.ts'
import { defineWords } from './define-words.ts'
import { useLanguage } from './language.ts'

const useWords = defineWords(UI_WORDS, {
  en: () => import('./ui-words.en.ts').then((m) => m.words),
  bo: () => import('./ui-words.bo.ts').then((m) => m.words),
})

/** The parts that staff places use too speak the visitor's language inside it. */
export function UiSpeech({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const words = useWords()
  return <UiSpeechContext value={{ language, words }}>{children}</UiSpeechContext>
}
