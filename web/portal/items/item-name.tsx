import type { ItemRow } from '../../../contract/catalogue.ts'
import { useLanguage } from '../words/language.ts'

/** The name by the visitor's language; beside a translated one the Chinese name, which alone counts. */
export function ItemName({ item }: { item: Pick<ItemRow, 'name' | 'nameEn'> }) {
  const language = useLanguage()
  if (language !== 'en' || item.nameEn === '')
    return <b {...(language === 'zh' ? {} : { lang: 'zh-CN' })}>{item.name}</b>
  return (
    <>
      <b>{item.nameEn}</b>{' '}
      <small className="original" lang="zh-CN">
        {item.name}
      </small>
    </>
  )
}

/** A name in one line, for titles. */
export function itemTitle(item: Pick<ItemRow, 'name' | 'nameEn'>, language: string): string {
  return language === 'en' && item.nameEn !== '' ? item.nameEn : item.name
}

type Heading = { readonly name: string; readonly nameEn: string; readonly nameBo: string }

export function headingName(heading: Heading, language: string): string {
  if (language === 'en') return heading.nameEn
  return language === 'bo' ? heading.nameBo : heading.name
}
