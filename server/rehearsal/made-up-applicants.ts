import type { ApplicantBody } from '../../contract/application-commands.ts'
import type { z } from 'zod'
import { creditCodeCheckCharacter } from '../../domain/identifiers/credit-code.ts'

export type MadeUpApplicant = z.output<typeof ApplicantBody>

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
type Numbered<Kind extends string> = `${Kind}.${(typeof NUMBERS)[number]}`
export type ApplicantName = Numbered<'person'> | Numbered<'company'>

export const APPLICANT_NAMES: readonly ApplicantName[] = [
  ...NUMBERS.map((number) => `person.${number}` as const),
  ...NUMBERS.map((number) => `company.${number}` as const),
]

const SURNAMES = ['张', '王', '李', '卓玛', '刘', '陈', '泽仁', '杨', '赵', '周']
const UNKNOWN = { phone: null, address: null, contactName: null }

/** Nobody's identity: right in its check digit, plainly invented in its name. */
export function madeUpApplicant(name: ApplicantName): MadeUpApplicant {
  const [kind, number] = name.split('.')
  return kind === 'company' ? company(Number(number)) : person(Number(number))
}

/** `citizen.other`: an account of somebody who never applies in a scenario. */
export const SOMEBODY_ELSE: MadeUpApplicant = person(10)

function person(number: number): MadeUpApplicant {
  const digits = `51322119900101${String(number).padStart(3, '0')}`
  return {
    ...UNKNOWN,
    kind: 'person',
    name: `${SURNAMES[number - 1] ?? '张'}演练`,
    identityType: 'id-card',
    identityNumber: `${digits}${idCardCheckCharacter(digits)}`,
  }
}

function company(number: number): MadeUpApplicant {
  const digits = `91513200MA6YNLN0${number}`
  return {
    ...UNKNOWN,
    kind: 'company',
    name: `演练示例 ${number} 号有限公司`,
    identityType: 'credit-code',
    identityNumber: `${digits}${creditCodeCheckCharacter(digits)}`,
    contactName: `${SURNAMES[number - 1] ?? '张'}经办`,
  }
}

/** GB 11643: ISO 7064 MOD 11-2 over the first seventeen digits. */
function idCardCheckCharacter(seventeen: string): string {
  let rest = 0
  for (const digit of seventeen) rest = ((rest + Number(digit)) * 2) % 11
  const check = (12 - rest) % 11
  return check === 10 ? 'X' : String(check)
}
