import { error, type GuideRule, warning } from './guide-rule.ts'
import { hasOwnLaw, namesArticle } from './own-law.ts'

export const LEGAL_BASIS: GuideRule = {
  id: 'legal-basis',
  source: '《行政许可法》第四条、第十六条、第三十条',
  check: ({ guide }) => {
    const { legalBasis } = guide
    if (legalBasis.length === 0) return [error('legalBasis', '没有设立依据，请写明《…》第…条')]
    return [
      ...legalBasis
        .filter((basis) => !namesArticle(basis))
        .map((basis) => warning('legalBasis', `设立依据“${basis}”没有写到条，请写明《…》第…条`)),
      ...(hasOwnLaw(guide)
        ? []
        : [
            warning(
              'legalBasis',
              '只有行政许可法的一般规定，没有设定本事项的法律、法规或者决定，请补充',
            ),
          ]),
    ]
  },
}
