import { error, type Found, type GuideRule, warning } from './guide-rule.ts'

/** What the notice and GB/T 36114 ask every guide to say. */
export const SEED_MINIMUM: GuideRule = {
  id: 'seed-minimum',
  source: '阿府办函〔2019〕88号（办事指南的内容）、GB/T 36114—2018',
  check: ({ guide }) => {
    const missing: readonly (readonly [boolean, Found])[] = [
      [
        guide.materials.length === 0,
        error('materials', '没有申请材料，请列明；不需要材料的，至少列明申请书'),
      ],
      [guide.scope.trim() === '', warning('scope', '没有写明适用范围')],
      [guide.serviceObjects.length === 0, error('serviceObjects', '没有选择服务对象')],
      [guide.notes.length === 0, warning('notes', '没有注意事项')],
      [guide.rights.length === 0, warning('rights', '没有写明申请人的权利和义务')],
      [
        guide.discretion.length === 0,
        warning('discretion', '没有裁量基准；没有裁量余地的，请写明一律照此办理'),
      ],
      [guide.faq.length === 0, warning('faq', '没有常见问题')],
    ]
    return missing.flatMap(([isMissing, found]) => (isMissing ? [found] : []))
  },
}
