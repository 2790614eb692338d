import { use } from 'react'
import { chooseLanguage, type Language, useLanguage } from './language.ts'

type Sentence = string | ((...given: never[]) => string)
/** The words of one public page or part, by name; a sentence with gaps is a function. */
export type Words = Readonly<Record<string, Sentence>>

/** The same words in another language: every one of them, with the same gaps. */
export type Translated<Original extends Words> = {
  readonly [Name in keyof Original]: Original[Name] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : string
}

type Fetch = (language: Exclude<Language, 'zh'>) => Promise<unknown>
/** Of every part that has come to this page so far. */
const parts = new Set<Fetch>()

/** Changes the language of the page once all its words are there: it turns at one stroke, or without a network not at all. */
export async function speak(language: Language): Promise<void> {
  if (language !== 'zh') await Promise.all([...parts].map((fetch) => fetch(language)))
  chooseLanguage(language)
}

/**
 * The words of one part in every language: Chinese travels with the page, the others when somebody asks for them.
 * Answers the hook that gives them; the page's Suspense waits while they come.
 */
export function defineWords<const Original extends Words>(
  zh: Original,
  others: Readonly<Record<Exclude<Language, 'zh'>, () => Promise<Translated<Original>>>>,
): () => Translated<Original> {
  const here = new Map<Language, Translated<Original>>()
  const coming = new Map<Language, Promise<Translated<Original>>>()
  const fetch = (language: Exclude<Language, 'zh'>) => {
    const known = coming.get(language)
    if (known) return known
    const asked = others[language]().then((words) => {
      here.set(language, words)
      return words
    })
    // Without a network now, perhaps with one when they are asked for again.
    asked.catch(() => coming.delete(language))
    coming.set(language, asked)
    return asked
  }
  parts.add(fetch)
  return () => {
    const language = useLanguage()
    if (language === 'zh') return zh as unknown as Translated<Original>
    return here.get(language) ?? use(fetch(language))
  }
}
