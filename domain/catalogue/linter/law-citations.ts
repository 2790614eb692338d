import type { ServiceGuide } from '../service-guide.ts'
import { VERIFIED_ARTICLES } from './verified-articles.ts'

export type Citation = { readonly law: string; readonly article: number }

const NUMBER = '[一二三四五六七八九十百零〇\\d]+'
const PLACE = `第${NUMBER}条(?:之[一二三])?(?:第[一二三四五六七八九十]+款)?(?:第?[（(]?[一二三四五六七八九十]+[）)]?项)?`
const CITED = new RegExp(`《([^》]+)》((?:（[^）]*）)?${PLACE}(?:[、和至]${PLACE})*)`, 'gu')
const ARTICLE = new RegExp(`(至)?第(${NUMBER})条`, 'gu')

/** Every article that a text cites by its law's name; a range (第七条至第十一条) is each of its articles. */
export function citationsIn(text: string): Citation[] {
  return [...text.matchAll(CITED)].flatMap(([, name = '', places = '']) => {
    const law = name.replace(/^中华人民共和国/, '')
    let before = 0
    return [...places.matchAll(ARTICLE)].flatMap(([, isRange, digits = '']) => {
      const last = numberOf(digits)
      const first = isRange === undefined ? last : before + 1
      before = last
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
        law,
        article: first + index,
      }))
    })
  })
}

export function isVerified({ law, article }: Citation): boolean {
  return VERIFIED_ARTICLES[law]?.includes(article) ?? false
}

/** The places of a guide that speak of law, by the part that is marked when one of them is open. */
export function citingParts(
  guide: ServiceGuide,
): readonly (readonly [part: string, text: string])[] {
  const listed = (part: 'legalBasis' | 'conditions' | 'prohibitions' | 'rights' | 'notes') =>
    guide[part].map((text, index) => [`${part}.${index + 1}`, text] as const)
  return [
    ['scope', guide.scope],
    ...listed('legalBasis'),
    ...listed('conditions'),
    ...listed('prohibitions'),
    ...guide.questions.map(
      ({ id, help, options }) =>
        [
          `questions.${id}`,
          [help ?? '', ...options.map(({ label, stop }) => `${label}${stop ?? ''}`)].join('\n'),
        ] as const,
    ),
    ...guide.materials.flatMap(
      ({ number, basis, standard, fillingNotes, modelText }) =>
        [
          [`materials.${number}.basis`, basis],
          [`materials.${number}.standard`, standard],
          [`materials.${number}.fillingNotes`, fillingNotes.join('\n')],
          [`materials.${number}.modelText`, modelText ?? ''],
        ] as const,
    ),
    ...(guide.fee === null ? [] : [['fee', guide.fee.basis] as const]),
    ...guide.feeLines.map(({ basis }, index) => [`feeLines.${index + 1}`, basis] as const),
    ...guide.discretion.map(
      ({ standard, basis }, index) => [`discretion.${index + 1}`, `${standard}${basis}`] as const,
    ),
    ...listed('rights'),
    ...guide.faq.map(({ answer }, index) => [`faq.${index + 1}`, answer] as const),
    ...listed('notes'),
  ]
}

/** A guide that nobody has confirmed, with every part marked that cites an article nobody has held against its text. */
export function withOpenCitations(guide: ServiceGuide): ServiceGuide {
  if (guide.confirmation === 'confirmed') return guide
  const open = citingParts(guide)
    .filter(([, text]) => citationsIn(text).some((citation) => !isVerified(citation)))
    .map(([part]) => part)
    .filter((part) => !guide.unconfirmed.includes(part))
  return open.length === 0
    ? guide
    : { ...guide, unconfirmed: [...guide.unconfirmed, ...new Set(open)] }
}

const DIGITS = '零一二三四五六七八九'

/** 一百零二 is 102; 12 is itself. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [hundreds = '', rest = ''] = text.includes('百') ? text.split('百') : ['', text]
  const [tens = '', ones = ''] = rest.includes('十') ? rest.split('十') : ['', rest]
  const digit = (one: string) => Math.max(0, DIGITS.indexOf(one.replaceAll(/[零〇]/g, '') || '零'))
  const ten = rest.includes('十') ? (tens.replaceAll(/[零〇]/g, '') === '' ? 1 : digit(tens)) : 0
  return digit(hundreds) * 100 + ten * 10 + digit(ones)
}
