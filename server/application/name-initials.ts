import { pinyin } from 'pinyin-pro'

/** 单某某: smm, 若尔盖县A1公司: regxa1gs. A surname is read as surnames are; marks and spaces fall away. */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
}
