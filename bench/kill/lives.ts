import cast from '../../catalogue/aba/demonstration-cast.json' with { type: 'json' }
import items from '../../catalogue/aba/items.json' with { type: 'json' }
import type { ApplicationCommandName } from '../../contract/application-commands.ts'
import { LETTER_STATEMENTS } from '../../domain/application/application.ts'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import type { Random } from './seeded-random.ts'
import { usualSituation } from '../usual-situation.ts'

type Post = 'window-clerk' | 'reviewer' | 'decider' | 'seal-keeper'

/** One act of a life and the event by which its history shows that it was done. */
export type Step = {
  readonly name: 'receive' | ApplicationCommandName
  readonly event: ApplicationEvent['type']
  /** Whoever may do it: the one who does, and others who could try at the same time. */
  readonly people: readonly string[]
  readonly fields: object
}

export type Life = { readonly itemId: string; readonly steps: readonly Step[] }

// A PNG of one pixel.
const SIGNATURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const PLAIN_ITEMS = items.filter(
  ({ levelMark, status, partnerIds, provincialResult }) =>
    levelMark === null && status === 'active' && partnerIds.length === 0 && !provincialResult,
)

/** A whole life, from receipt to archive, of an item and a course drawn by lot. */
export function drawLife(random: Random): Life {
  const { itemId, departmentId } = random.pick(PLAIN_ITEMS)
  const act = stepMaker(departmentId, random)
  const accept = act('accept', 'ApplicationAccepted', 'window-clerk')
  const outcome = random.chance(0.15) ? 'refuse' : 'grant'
  return {
    itemId,
    steps: [
      act('receive', 'ApplicationReceived', 'window-clerk', {
        itemId,
        ...RECEIPT,
        situation: usualSituation(itemId),
      }),
      ...(random.chance(0.2) ? corrected(act) : []),
      accept,
      ...(random.chance(0.2) ? paused(act) : []),
      act('review', 'ReviewOpinionRecorded', 'reviewer', {
        outcome: outcome === 'grant' ? 'pass' : 'fail',
        opinion: '材料已逐项核对，意见如上。',
      }),
      ...(outcome === 'grant' ? granted(act) : refused(act)),
      ...(random.chance(0.3) ? byCourier(act) : byHand(act)),
      act('archive', 'ApplicationArchived', 'reviewer'),
    ],
  }
}

type Act = ReturnType<typeof stepMaker>

const RECEIPT = {
  applicant: {
    kind: 'company',
    name: '阿坝州示例断电演练有限公司',
    identityType: 'credit-code',
    identityNumber: '91350100M000100Y43',
    phone: null,
    address: null,
    contactName: null,
  },
  channel: 'window',
  materials: {},
  insist: false,
  renews: null,
}

const corrected = (act: Act): Step[] => [
  act('request-correction', 'CorrectionRequested', 'window-clerk', {
    materials: [1],
    text: '第一项材料缺签字页，请补齐后提交。',
  }),
  act('supply-correction', 'CorrectionSupplied', 'window-clerk', { materials: [1] }),
]
const paused = (act: Act): Step[] => [
  act('begin-procedure', 'ClockPaused', 'reviewer', { kind: 'expert-review', days: 5 }),
  act('end-procedure', 'ClockResumed', 'reviewer'),
]
const granted = (act: Act): Step[] => [
  act('decide', 'LicenceGranted', 'decider', { outcome: 'grant', reason: '' }),
  act('make-certificate', 'CertificateMade', 'reviewer', { years: 3, until: null, content: '' }),
  act('send-letter', 'SealingLetterSent', 'decider', { statements: LETTER_STATEMENTS }),
  act('seal', 'SealApplied', 'seal-keeper'),
]
const refused = (act: Act): Step[] => [
  act('decide', 'LicenceRefused', 'decider', {
    outcome: 'refuse',
    reason: '经审查，申请人不符合该项许可规定的条件，依法不予许可。',
  }),
]
const byHand = (act: Act): Step[] => [
  act('notify-pickup', 'ReadyForPickup', 'window-clerk'),
  act('issue', 'ResultIssued', 'window-clerk', { by: 'pickup', tracking: null }),
  act('confirm-delivery', 'ResultDelivered', 'window-clerk', {
    proof: 'signature',
    returned: false,
    signature: SIGNATURE,
  }),
]
const byCourier = (act: Act): Step[] => [
  act('issue', 'ResultIssued', 'window-clerk', { by: 'courier', tracking: 'SF0000000000001' }),
  act('confirm-delivery', 'ResultDelivered', 'window-clerk', {
    proof: 'courier',
    returned: false,
    signature: null,
  }),
]

function stepMaker(departmentId: string, random: Random) {
  return (name: Step['name'], event: Step['event'], post: Post, fields: object = {}): Step => {
    const able = cast.filter(
      ({ role, organisationId, training }) =>
        role === post &&
        (post === 'window-clerk' ? (training as readonly string[]).includes(departmentId) : true) &&
        (post === 'reviewer' || post === 'decider' ? organisationId === departmentId : true),
    )
    const first = random.pick(able)
    const people = [first, ...able.filter((one) => one !== first)].map(({ username }) => username)
    return { name, event, people, fields }
  }
}
