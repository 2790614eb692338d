import { error, type GuideRule, materialPart, nameOf } from './guide-rule.ts'

/** Whoever is sent for a paper is told to whom. */
export const ISSUER_NAMED: GuideRule = {
  id: 'issuer-named',
  source: '《优化营商环境条例》第四十四条',
  check: ({ guide }) =>
    guide.materials
      .filter(({ source, issuedBy }) => source !== 'applicant' && (issuedBy ?? '').trim() === '')
      .map((material) =>
        error(
          materialPart(material, 'issuedBy'),
          `${nameOf(material)}不是申请人自备的，请写明由哪个机关或者哪类机构出具`,
        ),
      ),
}
