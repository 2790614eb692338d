import { error, type GuideRule } from './guide-rule.ts'
import { namesArticle } from './own-law.ts'

/** No fee that a law or an administrative regulation does not name. */
export const FEE_BASIS: GuideRule = {
  id: 'fee-basis',
  source: '《行政许可法》第五十八条、第五十九条',
  check: ({ guide: { fee, feeLines } }) => [
    ...(fee !== null && !namesArticle(fee.basis)
      ? [error('fee', '收费须有法律、行政法规依据，请写明《…》第…条；没有依据的不得收费')]
      : []),
    ...(fee !== null && fee.amount <= 0
      ? [error('fee', '收费金额须大于 0；不收费的，请改为不收费')]
      : []),
    ...(fee === null && feeLines.length > 0
      ? [error('feeLines', '写明了收费项目，但本事项不收费；请删去收费项目或者写明收费和依据')]
      : []),
    ...feeLines
      .filter(({ basis }) => !/《[^》]+》|〔\d{4}〕/.test(basis))
      .map(({ name }) => error('feeLines', `收费项目“${name}”没有依据，请写明文件和条款`)),
  ],
}
