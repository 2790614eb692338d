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
function filledFacts(application: ApplicationView): Fact[] {
  const { situation, form, tolerance, commitments } = application
  return [
    ...situation.map(({ question, answer }) => ({ name: question, value: answer })),
    ...form.flatMap(({ fields }) => fields.map(({ title, value }) => ({ name: title, value }))),
    ...commitments.map((one) => ({ name: '告知承诺', value: commitmentWords(one) })),
    ...(tolerance && tolerance.outstanding.length > 0
      ? [
          {
            name: '容缺',
            value:
              tolerance.lapsedOn === null
                ? `第 ${tolerance.outstanding.join('、')} 项尚未补交，承诺 ${longDate(tolerance.dueOn)}前；补齐前不能准予`
                : lapsedWords(application),
          },
        ]
      : []),
  ]
}

/** One commitment and its later check (国办发〔2020〕42号). */
export function commitmentWords(one: ApplicationView['commitments'][number]): string {
  const place = `第 ${one.material} 项“${one.name}”`
  if (one.check === null)
    return `${place}以承诺代替，${one.dueOn === null ? '核查期限指南没有写明，待部门确认' : `${longDate(one.dueOn)}前核查`}`
  const { finding, on, byName } = one.check
  return `${place}${one.state === 'kept' ? '核查属实' : '核查不实'}（${byName} ${longDate(on)}）：${finding}`
}

/** A promise of 容缺 that was not kept: what may follow, and what the guide leaves open. */
export function lapsedWords({ tolerance }: ApplicationView): string {
  if (tolerance === null || tolerance.lapsedOn === null) return ''
  const next = {
    refuse: '指南规定逾期依法作出不予许可决定',
    terminate: '指南规定逾期终止办理',
    silent: '指南没有写明逾期后果（待部门确认），可以催交，或者依法作出不予许可决定',
  }[tolerance.consequence ?? 'silent']
  return `第 ${tolerance.outstanding.join('、')} 项至 ${longDate(tolerance.dueOn)}未补交，承诺已经逾期；${next}。补齐前不能准予`
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
