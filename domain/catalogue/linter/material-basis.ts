import { error, type GuideRule, materialPart, nameOf, warning } from './guide-rule.ts'
import { namesArticle } from './own-law.ts'

export const MATERIAL_BASIS: GuideRule = {
  id: 'material-basis',
  source: '《行政许可法》第三十一条、《优化营商环境条例》第三十五条',
  check: ({ guide }) =>
    guide.materials.flatMap((material) => {
      const part = materialPart(material, 'basis')
      if (material.basis.trim() === '')
        return [
          error(
            part,
            `${nameOf(material)}没有写明依据；没有依据的材料不得要求提交，请补充依据或者删去`,
          ),
        ]
      return namesArticle(material.basis)
        ? []
        : [warning(part, `${nameOf(material)}的依据没有写到条，请写明《…》第…条`)]
    }),
}
