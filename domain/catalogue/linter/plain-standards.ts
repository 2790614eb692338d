import { isAsked } from '../materials-for.ts'
import { type GuideRule, materialPart, nameOf, warning } from './guide-rule.ts'

const VAGUE =
  /^(?:符合(?:有关|相关)?规定|按(?:有关|相关)?(?:规定|要求)(?:提供|提交)?|真实有效|齐全有效)[。；]?$/

/** The one-time notice quotes a material's standard as its remedy: it has to say what to do. */
export const PLAIN_STANDARDS: GuideRule = {
  id: 'plain-standards',
  source: '《行政许可法》第三十二条第一款第四项（一次告知需要补正的全部内容）',
  check: ({ guide }) =>
    guide.materials
      .filter(isAsked)
      .filter(({ standard }) => standard.trim() === '' || VAGUE.test(standard.trim()))
      .map((material) =>
        warning(
          materialPart(material, 'standard'),
          `${nameOf(material)}没有说明怎样才算合格；补正告知会引用它，请写明应载明什么、有缺陷怎样改正`,
        ),
      ),
}
