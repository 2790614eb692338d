import { FORM_WORDS } from '../../../ui/form/words.ts'
import { defineWords } from '../../words/define-words.ts'

/** The form's own words in the visitor's language. */
export const useFormWords = defineWords(FORM_WORDS, {
  en: () => import('./form-words.en.ts').then((m) => m.words),
  bo: () => import('./form-words.bo.ts').then((m) => m.words),
})
