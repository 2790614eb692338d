import items from '../../catalogue/aba/items.json' with { type: 'json' }
import type { ApplicationCommandName } from '../../contract/application-commands.ts'
import { LETTER_STATEMENTS } from '../../domain/application/application.ts'
import type { BenchPeople, BenchPerson } from '../region/bench-region.ts'

/** One act of the life that is measured: who does it, and what the form sends beside the ids. */
export type LifeStep = {
  readonly name: 'receive' | ApplicationCommandName
  readonly person: BenchPerson
  readonly fields: object
}

// A PNG of one pixel.
const SIGNATURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const RECEIPT = {
  applicant: {
    kind: 'company',
    name: '阿坝州示例测速有限公司',
    identityType: 'credit-code',
    identityNumber: '91350100M000100Y43',
    phone: '13800000000',
    address: '马尔康市示例街 1 号',
    contactName: '张某某',
  },
  channel: 'window',
  materials: {},
  insist: false,
  renews: null,
}

/**
 * Whole lives from receipt to archive, one for each department that has its people: the longest course without special
 * procedures, the result handed out against a signature.
 */
export function wholeLives(people: BenchPeople): readonly (readonly LifeStep[])[] {
  const departments = new Set(people.reviewers.map(({ organisationId }) => organisationId))
  return [...departments].flatMap((departmentId, index) => {
    const item = items.find(
      ({ departmentId: owner, levelMark, status, partnerIds, provincialResult }) =>
        owner === departmentId &&
        levelMark === null &&
        status === 'active' &&
        partnerIds.length === 0 &&
        !provincialResult,
    )
    const ofDepartment = (person: BenchPerson) => person.organisationId === departmentId
    const cast = {
      clerk: people.clerks[index % people.clerks.length],
      reviewer: people.reviewers.find(ofDepartment),
      decider: people.deciders.find(ofDepartment),
      keeper: people.sealKeepers[index % people.sealKeepers.length],
    }
    const { clerk, reviewer, decider, keeper } = cast
    if (!item || !clerk || !reviewer || !decider || !keeper) return []
    return [lifeOf(item.itemId, { clerk, reviewer, decider, keeper })]
  })
}

type Cast = Readonly<Record<'clerk' | 'reviewer' | 'decider' | 'keeper', BenchPerson>>

function lifeOf(itemId: string, { clerk, reviewer, decider, keeper }: Cast): readonly LifeStep[] {
  const act = (name: LifeStep['name'], person: BenchPerson, fields: object = {}): LifeStep => ({
    name,
    person,
    fields,
  })
  return [
    act('receive', clerk, { itemId, ...RECEIPT }),
    act('assess', clerk, {
      materials: { 1: 'held' },
      checks: { complete: true, elementsFilled: true, legalForm: true, withinJurisdiction: true },
      notes: '材料齐全，符合法定形式。',
    }),
    act('accept', clerk),
    act('review', reviewer, { outcome: 'pass', opinion: '材料已逐项核对，符合许可条件。' }),
    act('decide', decider, { outcome: 'grant', reason: '' }),
    act('make-certificate', reviewer, { years: 3, until: null, content: '' }),
    act('send-letter', decider, { statements: LETTER_STATEMENTS }),
    act('seal', keeper),
    act('notify-pickup', clerk),
    act('issue', clerk, { by: 'pickup', tracking: null }),
    act('confirm-delivery', clerk, { proof: 'signature', returned: false, signature: SIGNATURE }),
    act('archive', reviewer),
  ]
}
