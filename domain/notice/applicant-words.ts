import type { Applicant, IdentityType } from '../application/applicant.ts'
import { maskIdentity } from '../identifiers/mask.ts'

const IDENTITY_NAME = {
  'id-card': '居民身份证号码',
  'credit-code': '统一社会信用代码',
  passport: '护照号码',
  'hk-macao-permit': '港澳居民来往内地通行证号码',
  'taiwan-permit': '台湾居民来往大陆通行证号码',
} as const satisfies Record<IdentityType, string>

/** 您 to a person, 你单位 to an enterprise. */
export function youOf({ kind }: Pick<Applicant, 'kind'>): string {
  return kind === 'person' ? '您' : '你单位'
}

/** A person's number masked, an enterprise's credit code whole: the code is public and names the licensee. */
export function identityRow({
  identityType,
  identityNumber,
}: Applicant): readonly [label: string, value: string] {
  const shown =
    identityType === 'credit-code' ? identityNumber : maskIdentity(identityType, identityNumber)
  return [IDENTITY_NAME[identityType], shown]
}

/** 您（居民身份证号码……）: who is addressed, beyond doubt. */
export function identifiedYou(applicant: Applicant): string {
  return `${youOf(applicant)}（${identityRow(applicant).join('')}）`
}
