import { error, type GuideRule } from './guide-rule.ts'

/** Notices name a material by its number: 1, 2, 3 … without gap. */
export const MATERIAL_NUMBERS: GuideRule = {
  id: 'material-numbers',
  source: '《行政许可法》第三十二条第一款第四项（一次性告知按序号列明材料）',
  check: ({ guide: { materials } }) =>
    materials.every(({ number }, index) => number === index + 1)
      ? []
      : [error('materials', '材料序号须从 1 起连续不重复，请重新编号')],
}
