import { error, type GuideRule, materialPart, nameOf, warning } from './guide-rule.ts'

/** What other offices issued to everybody and hold in their own files. */
const HELD_BY_AN_OFFICE =
  /营业执照|法人(?:登记)?证书|(?:居民)?身份证|户口簿|结婚证|不动产(?:权)?证|社会保险(?:参保)?证明|无犯罪记录/

/** Data obtainable by sharing is not asked of the applicant. */
export const SHARED_MATERIAL: GuideRule = {
  id: 'shared-material',
  source: '《国务院关于在线政务服务的若干规定》（国务院令第716号）第七条',
  check: ({ guide }) =>
    guide.materials.flatMap((material) => {
      const { sharedFrom, original, copies, name, source } = material
      if (sharedFrom !== null && (original || copies > 0))
        return [
          error(
            materialPart(material, 'sharedFrom'),
            `${nameOf(material)}可以从${sharedFrom}共享取得，不得要求申请人提交；请把原件、份数改为不需提交，由办理机关自行获取`,
          ),
        ]
      return sharedFrom === null && source === 'authority' && HELD_BY_AN_OFFICE.test(name)
        ? [
            warning(
              materialPart(material, 'sharedFrom'),
              `${nameOf(material)}由其他机关核发，能够共享取得的，请写明共享来源，不再要求申请人提交`,
            ),
          ]
        : []
    }),
}
