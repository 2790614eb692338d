import { use } from 'react'
import { type Language, useLanguage } from './language.ts'

type Sentence = string | ((...given: never[]) => string)
/** The words of one public page or part, by name; a sentence with gaps is a function. */
export type Words = Readonly<Record<string, Sentence>>

/** The same words in another language: every one of them, with the same gaps. */
export type Translated<Original extends Words> = {
  readonly [Name in keyof Original]: Original[Name] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : string
}

/**
 * The words of one part in every language: Chinese travels with the page, the others when somebody asks for them.
 * Answers the hook that gives them; the page's Suspense waits while they come.
 */
export function defineWords<const Original extends Words>(
  zh: Original,
  others: Readonly<Record<Exclude<Language, 'zh'>, () => Promise<Translated<Original>>>>,
): () => Translated<Original> {
  const coming = new Map<Language, Promise<Translated<Original>>>()
  return () => {
    const language = useLanguage()
    if (language === 'zh') return zh as unknown as Translated<Original>
    const asked = coming.get(language) ?? others[language]()
    coming.set(language, asked)
    return use(asked)
  }
}
