import type { Language } from '../words/language.ts'

type Titled = { readonly title: string; readonly titleEn: string; readonly titleBo: string }

export function bundleTitle({ title, titleEn, titleBo }: Titled, language: Language): string {
  if (language === 'en') return titleEn
  return language === 'bo' ? titleBo : title
}
