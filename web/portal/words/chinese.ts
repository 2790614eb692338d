import { useLanguage } from './language.ts'

/** For texts that stay Chinese on a page of another language: spread on the element that holds them. */
export function useChinese(): { readonly lang?: 'zh-CN' } {
  return useLanguage() === 'zh' ? {} : { lang: 'zh-CN' }
}
