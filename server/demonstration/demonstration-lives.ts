import { LETTER_STATEMENTS } from '../../domain/application/application.ts'
import type { Applicant } from '../../domain/application/applicant.ts'
import type { ApplicationCommand } from '../../domain/application/commands.ts'

/** What happens in a life, working day by working day, counted back from today. */
export type Beat = {
  readonly daysAgo: number
  readonly who: 'clerk' | 'reviewer' | 'decider' | 'sealer'
  readonly act: Omit<ApplicationCommand, 'by' | 'at'>
}
export type Life = {
  readonly item: number
  readonly applicant: Applicant
  readonly receivedDaysAgo: number
  readonly beats: readonly Beat[]
}

const person = (name: string, identityNumber: string): Applicant => ({
  kind: 'person',
  name,
  identityType: 'id-card',
  identityNumber,
  phone: '13800000000',
  address: '马尔康市示例路 1 号',
  contactName: null,
})
const company = (name: string, identityNumber: string): Applicant => ({
  kind: 'company',
  name,
  identityType: 'credit-code',
  identityNumber,
  phone: '0837-0000000',
  address: '马尔康市示例大道 0 号',
  contactName: '示例经办人',
})

const PERSON = person('张某某', '513201198805120015')
const COMPANY = company('阿坝示例文旅有限公司', '91513200MA0EXAMP1T')
const act = (
  daysAgo: number,
  who: Beat['who'],
  type: ApplicationCommand['type'],
  more: object = {},
): Beat => ({ daysAgo, who, act: { type, ...more } as Beat['act'] })

const accepted = (daysAgo: number) => act(daysAgo, 'clerk', 'AcceptApplication')
const reviewed = (daysAgo: number) =>
  act(daysAgo, 'reviewer', 'RecordReview', {
    outcome: 'pass',
    opinion: '材料齐全，符合条件，建议准予。',
  })
const granted = (daysAgo: number) =>
  act(daysAgo, 'decider', 'DecideApplication', { outcome: 'grant', reason: '' })
const certified = (daysAgo: number) =>
  act(daysAgo, 'reviewer', 'MakeCertificate', { years: 3, until: null, content: '' })
const lettered = (daysAgo: number) =>
  act(daysAgo, 'decider', 'SendSealingLetter', { statements: LETTER_STATEMENTS })
const sealed = (daysAgo: number) => act(daysAgo, 'sealer', 'ApplySeal')

const corrected = (daysAgo: number) =>
  act(daysAgo, 'clerk', 'RequestCorrection', {
    materials: [2],
    text: '场所证明缺出租人签字页，请补齐后提交。',
  })
const paused = (daysAgo: number) =>
  act(daysAgo, 'reviewer', 'BeginProcedure', { kind: 'expert-review', days: 7 })
const issued = (daysAgo: number) =>
  act(daysAgo, 'clerk', 'IssueResult', { way: 'courier', tracking: 'YANSHI0000001' })
const delivered = (daysAgo: number) =>
  act(daysAgo, 'clerk', 'ConfirmDelivery', { proof: 'courier', returned: false, signature: null })
const grantedLife = (acceptedDaysAgo: number) => [
  accepted(acceptedDaysAgo),
  reviewed(acceptedDaysAgo - 1),
  granted(acceptedDaysAgo - 2),
]

/** One at every desk: the list a newcomer walks through. */
export const DEMONSTRATION_LIVES: readonly Life[] = [
  { item: 36, applicant: COMPANY, receivedDaysAgo: 1, beats: [] },
  { item: 49, applicant: COMPANY, receivedDaysAgo: 4, beats: [] },
  { item: 18, applicant: COMPANY, receivedDaysAgo: 3, beats: [corrected(2)] },
  { item: 40, applicant: COMPANY, receivedDaysAgo: 2, beats: [accepted(1)] },
  { item: 43, applicant: COMPANY, receivedDaysAgo: 11, beats: [accepted(10)] },
  { item: 60, applicant: COMPANY, receivedDaysAgo: 2, beats: [accepted(1)] },
  { item: 24, applicant: COMPANY, receivedDaysAgo: 10, beats: [accepted(9), reviewed(6)] },
  { item: 42, applicant: COMPANY, receivedDaysAgo: 9, beats: [accepted(8), paused(5)] },
  { item: 44, applicant: COMPANY, receivedDaysAgo: 4, beats: [accepted(3), reviewed(2)] },
  { item: 3, applicant: PERSON, receivedDaysAgo: 5, beats: [accepted(4), reviewed(2)] },
  {
    item: 39,
    applicant: COMPANY,
    receivedDaysAgo: 6,
    beats: [accepted(5), reviewed(4), granted(1)],
  },
  {
    item: 28,
    applicant: COMPANY,
    receivedDaysAgo: 6,
    beats: [accepted(5), reviewed(3), granted(1)],
  },
  { item: 71, applicant: COMPANY, receivedDaysAgo: 7, beats: [...grantedLife(6), certified(1)] },
  { item: 40, applicant: COMPANY, receivedDaysAgo: 8, beats: [...grantedLife(7), certified(2)] },
  {
    item: 46,
    applicant: PERSON,
    receivedDaysAgo: 7,
    beats: [...grantedLife(6), certified(2), lettered(1)],
  },
  {
    item: 54,
    applicant: PERSON,
    receivedDaysAgo: 8,
    beats: [...grantedLife(7), certified(3), lettered(2)],
  },
  {
    item: 51,
    applicant: COMPANY,
    receivedDaysAgo: 9,
    beats: [...grantedLife(8), certified(4), lettered(3), sealed(2)],
  },
  {
    item: 36,
    applicant: PERSON,
    receivedDaysAgo: 9,
    beats: [...grantedLife(8), certified(4), lettered(3), sealed(2), issued(1)],
  },
  {
    item: 42,
    applicant: COMPANY,
    receivedDaysAgo: 12,
    beats: [...grantedLife(11), certified(6), lettered(5), sealed(4), issued(2), delivered(1)],
  },
]
