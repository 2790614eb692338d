import { error, type GuideRule, materialPart, nameOf } from './guide-rule.ts'

const CATCH_ALL =
  /其[他它](?:的|有关|相关|必要|所需|应当提交的|需要提交的|需要的)*(?:申请)?(?:材料|资料|文件|证明)|(?:法律|法规|规章)[^，。；]*规定(?:提交)?的其[他它]|等(?:有关|相关)?(?:材料|资料)$|(?:机关|部门|窗口)(?:认为|要求)(?:需要|必要|应当|提供|提交|的|其[他它]|有关|相关)*(?:材料|资料|证明|文件)/

/** A material is named, or it is not asked: no 其他材料. */
export const CATCH_ALL_MATERIAL: GuideRule = {
  id: 'catch-all-material',
  source: '《行政许可法》第三十条第一款、第三十一条',
  check: ({ guide }) =>
    guide.materials
      .filter(({ name, standard }) => CATCH_ALL.test(name) || CATCH_ALL.test(standard))
      .map((material) =>
        error(
          materialPart(material, 'name'),
          `${nameOf(material)}是兜底材料，申请人无法知道要交什么；请逐项写明具体材料，没有具体依据的删去`,
        ),
      ),
}
