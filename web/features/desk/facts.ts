import type { ApplicationView } from '../../../contract/application-view.ts'
import { dueWords, longDate } from '../../ui/dates.ts'
import { IDENTITY_NAME } from '../../ui/identity-words.ts'

export type Fact = { readonly name: string; readonly value: string }

/** The application in rows: only what is there. */
export function factsOf(application: ApplicationView): readonly Fact[] {
  return [
    ...personFacts(application),
    ...filledFacts(application),
    ...timeFacts(application),
    ...resultFacts(application),
  ]
}

function personFacts({ applicant, item, guide }: ApplicationView): Fact[] {
  return [
    { name: '申请人', value: applicant.name },
    {
      name: IDENTITY_NAME[applicant.identityType],
      value: applicant.identityNumber,
    },
    ...some('联系人', applicant.contactName),
    ...some('电话', applicant.phone),
    ...some('地址', applicant.address),
    ...(item.partnerNames.length > 0
      ? [{ name: '联合办理', value: item.partnerNames.join('、') }]
      : []),
    {
      name: '指南',
      value: `第 ${guide.version} 版${guide.confirmation === 'baseline' ? '（基准指南，待部门确认）' : ''} · ${guide.kind === 'committed' ? '承诺件' : '即办件'}`,
    },
  ]
}

/** What the applicant answered and promised. */
function filledFacts({ situation, form, tolerance, materials }: ApplicationView): Fact[] {
  const promised = materials.filter(({ state }) => state === 'promised')
  return [
    ...situation.map(({ question, answer }) => ({ name: question, value: answer })),
    ...form.flatMap(({ fields }) => fields.map(({ title, value }) => ({ name: title, value }))),
    ...(promised.length > 0
      ? [
          {
            name: '告知承诺',
            value: `第 ${promised.map(({ number }) => number).join('、')} 项以承诺代替，须事后核查`,
          },
        ]
      : []),
    ...(tolerance && tolerance.outstanding.length > 0
      ? [
          {
            name: '容缺',
            value: `第 ${tolerance.outstanding.join('、')} 项尚未补交，承诺 ${longDate(tolerance.dueOn)}前；补齐前不能准予`,
          },
        ]
      : []),
  ]
}

function timeFacts({ acceptedOn, deemed, due, extension, pauses }: ApplicationView): Fact[] {
  return [
    ...(acceptedOn
      ? [{ name: '受理', value: `${longDate(acceptedOn)}${deemed ? '（视为受理）' : ''}` }]
      : []),
    ...(due.committed.state === 'none'
      ? []
      : [
          { name: '承诺期限', value: dueWords(due.committed) },
          { name: '法定期限', value: dueWords(due.decision) },
        ]),
    ...(due.issuance.state === 'none' ? [] : [{ name: '送达期限', value: dueWords(due.issuance) }]),
    ...pauses.map(({ kindName, begunOn, endedOn, estimatedDays }) => ({
      name: kindName,
      value: endedOn
        ? `${longDate(begunOn)} 至 ${longDate(endedOn)}`
        : `${longDate(begunOn)} 起，告知需 ${estimatedDays} 个工作日`,
    })),
    ...(extension
      ? [{ name: '延期', value: `${extension.days} 个工作日：${extension.reason}` }]
      : []),
  ]
}

function resultFacts({ guide, fee, certificate, letter, sealRoute }: ApplicationView): Fact[] {
  return [
    ...(guide.fee
      ? [
          {
            name: '收费',
            value: `${guide.fee.amount} 元，${fee.exempt ? '已减免' : fee.settled ? '已缴清' : `已缴 ${fee.paid} 元`}`,
          },
        ]
      : []),
    ...(certificate
      ? [
          {
            name: '证照',
            value: `${certificate.name} ${certificate.number}，${certificate.validUntil ? `有效期至 ${longDate(certificate.validUntil)}` : '长期有效'}`,
          },
        ]
      : []),
    ...(letter && !letter.returned
      ? [{ name: '准予许可函', value: `${longDate(letter.sentOn)} 发出` }]
      : []),
    { name: '用印', value: SEAL_WORDS[sealRoute] },
  ]
}

const SEAL_WORDS = {
  bureau: '州行政审批局行政审批专用章',
  department: '本部门印章',
  provincial: '省级办理结果，本级不用印',
} as const

function some(name: string, value: string | null): Fact[] {
  return value === null ? [] : [{ name, value }]
}
