/** How sure the centre is that an account is the person it names. */
export const ASSURANCES = ['L1', 'L2', 'L3'] as const
export type Assurance = (typeof ASSURANCES)[number]

export const ASSURANCE_NAME: Readonly<Record<Assurance, string>> = {
  L1: '本人申报（未核验）',
  L2: '窗口核验',
  L3: '统一身份认证',
}

/** What a citizen's account may be asked to do beyond reading what it lodged itself. */
export const CITIZEN_DEEDS = [
  'draft',
  'apply',
  'supply',
  'consult',
  'rate',
  'reuse-materials',
  'give-mandate',
  'read-all-own',
  'receive-certificate',
] as const
export type CitizenDeed = (typeof CITIZEN_DEEDS)[number]

type Rule = {
  readonly name: string
  readonly least: Assurance
  /** What the level leaves to the window. */
  readonly note: string
}

/** No statute fixes these levels: the owner confirms them. */
export const ASSURANCE_RULE_MARK = '待业主确认'

export const CITIZEN_RULES: Readonly<Record<CitizenDeed, Rule>> = {
  draft: { name: '网上填写和保存草稿', least: 'L1', note: '' },
  apply: {
    name: '网上提交申请',
    least: 'L1',
    note: '未核验身份的，原件在窗口核对后才受理',
  },
  supply: { name: '网上补正本账号提交的办件', least: 'L1', note: '' },
  consult: { name: '咨询', least: 'L1', note: '' },
  rate: { name: '评价', least: 'L1', note: '' },
  'reuse-materials': { name: '调用以前核验过的材料', least: 'L2', note: '' },
  'give-mandate': { name: '网上委托他人代办', least: 'L2', note: '' },
  'read-all-own': { name: '查看在窗口办理的办件', least: 'L2', note: '' },
  'receive-certificate': { name: '网上领取电子证照', least: 'L2', note: '' },
}

/** Where the account stands too low: what is missing, and how to get it. */
export function refusalOfDeed(
  deed: CitizenDeed,
  assurance: Assurance,
): { readonly code: 'assurance-too-low'; readonly sentence: string } | null {
  const { name, least } = CITIZEN_RULES[deed]
  if (reaches(assurance, least)) return null
  return {
    code: 'assurance-too-low',
    sentence: `“${name}”须先核验身份：请带证件原件到综合窗口核验，或者用统一身份认证登录。`,
  }
}

export function reaches(assurance: Assurance, least: Assurance): boolean {
  return ASSURANCES.indexOf(assurance) >= ASSURANCES.indexOf(least)
}

/** A verification never lowers what another one found. */
export function higherOf(one: Assurance, other: Assurance): Assurance {
  return reaches(one, other) ? one : other
}
