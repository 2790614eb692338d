import type { ServiceGuide } from '../service-guide.ts'

/** 《…》第…条 */
const ARTICLE = /《[^》]+》[^《]*第[一二三四五六七八九十百千零〇\d]+条/

/** Names a law and the article in it. */
export function namesArticle(basis: string): boolean {
  return ARTICLE.test(basis)
}

/** A law of the item's own beside the licensing law, named by its article. */
export function hasOwnLaw({ legalBasis }: Pick<ServiceGuide, 'legalBasis'>): boolean {
  return legalBasis.some((basis) =>
    namesArticle(basis.replaceAll(/《(?:中华人民共和国)?行政许可法》/g, '')),
  )
}
