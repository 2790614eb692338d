import { useSyncExternalStore } from 'react'
import { tellOwnLook } from '../own-look.ts'

/** 简体中文 and English whole; 藏文 for public pages as a draft, marked 待母语审校. */
export const LANGUAGES = ['zh', 'en', 'bo'] as const
export type Language = (typeof LANGUAGES)[number]

export const LANGUAGE_NAME: Readonly<Record<Language, string>> = {
  zh: '简体中文',
  en: 'English',
  bo: 'བོད་ཡིག',
}
/** Written only by machine and dictionary so far, which is said wherever the language is chosen. */
export const LANGUAGE_DRAFT: Readonly<Partial<Record<Language, string>>> = {
  bo: '草稿，待母语审校',
}
/** The same on printed paper, where 草稿 alone would be said of the paper. */
export const PAPER_DRAFT: Readonly<Partial<Record<Language, string>>> = {
  bo: '藏文为草稿，待母语审校',
}
/** What `<html lang>` says. */
export const LANGUAGE_TAG: Readonly<Record<Language, string>> = {
  zh: 'zh-CN',
  en: 'en',
  bo: 'bo',
}

const KEY = 'yichuang.language'
const listeners = new Set<() => void>()

export function languageNow(): Language {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY)
  return LANGUAGES.find((language) => language === kept) ?? 'zh'
}

/** Every public page of this device speaks it from now on. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
  tellOwnLook('language', language === 'zh' ? null : language)
  document.documentElement.lang = LANGUAGE_TAG[language]
  for (const listen of listeners) listen()
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, languageNow, languageNow)
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}
