import { error, type GuideRule, materialPart, nameOf } from './guide-rule.ts'
import { namesArticle } from './own-law.ts'

/** An intermediary's paper only where a law requires it, and from whichever intermediary the applicant likes. */
export const INTERMEDIARY_BASIS: GuideRule = {
  id: 'intermediary-basis',
  source: '《优化营商环境条例》第四十三条',
  check: ({ guide }) =>
    guide.materials.flatMap((material) => {
      if (material.source !== 'intermediary') return []
      return [
        ...(namesArticle(material.basis)
          ? []
          : [
              error(
                materialPart(material, 'basis'),
                `${nameOf(material)}由中介机构出具，须有法律、法规或者国务院决定依据，请写明《…》第…条，否则删去`,
              ),
            ]),
        ...(/指定|有限(?:责任)?公司/.test(material.issuedBy ?? '')
          ? [
              error(
                materialPart(material, 'issuedBy'),
                `${nameOf(material)}不得指定中介机构，只能写明机构应有的资质`,
              ),
            ]
          : []),
      ]
    }),
}
