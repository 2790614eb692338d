import { error, type GuideRule, materialPart, nameOf, warning } from './guide-rule.ts'
import { isAsked } from '../materials-for.ts'

const MANY = 3
const TOO_MANY = 10

export const COPIES: GuideRule = {
  id: 'copies',
  source: '国务院令第716号第十二条（电子材料不再要求纸质份数）',
  check: ({ guide }) =>
    guide.materials.filter(isAsked).flatMap((material) => {
      const { original, copies, format } = material
      const part = materialPart(material, 'copies')
      if (copies > TOO_MANY)
        return [error(part, `${nameOf(material)}要求 ${copies} 份，请核对份数，确有依据的分项列明`)]
      if (copies > MANY)
        return [warning(part, `${nameOf(material)}要求 ${copies} 份，请核对是否都有依据`)]
      return !original && copies === 0 && format === 'paper'
        ? [error(part, `${nameOf(material)}既不要原件也不要复印件，请写明形式和份数`)]
        : []
    }),
}
