import type { LocalDate } from '../../shared/ids.ts'
import { error, type GuideRule } from './guide-rule.ts'

type Repealed = { readonly names: RegExp; readonly since: string; readonly by: string }

const REPEALED: readonly Repealed[] = [
  {
    names:
      /《(?:中华人民共和国)?(?:公司登记管理条例|企业法人登记管理条例|合伙企业登记管理办法|农民专业合作社登记管理条例|企业法人法定代表人登记管理规定)》/,
    since: '2022-03-01',
    by: '《市场主体登记管理条例》第五十五条',
  },
  {
    names:
      /《(?:中华人民共和国)?(?:民法通则|民法总则|合同法|物权法|担保法|婚姻法|继承法|收养法|侵权责任法)》/,
    since: '2021-01-01',
    by: '《民法典》第一千二百六十条',
  },
]

/** A law that is no longer in force is no basis; the list holds what this catalogue's items used to rest on. */
export const REPEALED_LAW: GuideRule = {
  id: 'repealed-law',
  source: '《行政许可法》第四条（依照法定依据实施许可）',
  check: ({ guide: { legalBasis, materials, fee }, today }) => [
    ...legalBasis.flatMap((basis) => repealedIn('legalBasis', basis, today)),
    ...materials.flatMap(({ number, basis }) =>
      repealedIn(`materials.${number}.basis`, basis, today),
    ),
    ...(fee === null ? [] : repealedIn('fee', fee.basis, today)),
  ],
}

function repealedIn(part: string, basis: string, today: LocalDate) {
  return REPEALED.flatMap(({ names, since, by }) => {
    const [name] = names.exec(basis) ?? []
    return name === undefined || today < since
      ? []
      : [error(part, `${name}已于 ${since} 废止（${by}），请改用现行依据`)]
  })
}
