import type { GuideView } from '../../../contract/catalogue.ts'
import { useChinese } from '../words/chinese.ts'
import { Mixed } from '../words/mixed.tsx'
import { GuideSection } from './guide-section.tsx'
import { Pending } from './pending.tsx'
import { type GuideWords, useGuideWords } from './words.ts'

type Fact = {
  readonly name: string
  readonly value: string
  /** The value stands in the record, in Chinese. */
  readonly chinese?: true
  readonly part?: string
}

export function GuideBasics({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const chinese = useChinese()
  return (
    <GuideSection id="basics" title={words.basics}>
      <dl>
        {factsOf(guide, words).map(({ name, value, part, ...fact }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {fact.chinese ? <span {...chinese}>{value}</span> : <Mixed>{value}</Mixed>}{' '}
              {part && <Pending guide={guide} part={part} />}
            </dd>
          </div>
        ))}
      </dl>
    </GuideSection>
  )
}

function factsOf(guide: GuideView, words: GuideWords): readonly Fact[] {
  const term = guide.validityYears === null ? words.termOpen : words.termYears(guide.validityYears)
  return [
    ...placesOf(guide, words),
    ...(guide.scope === ''
      ? []
      : [{ name: words.scope, value: guide.scope, chinese: true, part: 'scope' } as const]),
    ...(guide.serviceObjects.length === 0
      ? []
      : [
          {
            name: words.serviceObjects,
            value: guide.serviceObjects.map((one) => objectName(one, words)).join(words.comma),
            part: 'serviceObjects',
          },
        ]),
    {
      name: words.kind,
      value: guide.kind === 'on-the-spot' ? words.kindOnTheSpot : words.kindCommitted,
      part: 'kind',
    },
    {
      name: words.result,
      value: `${guide.certificateName} (${resultName(guide.resultKind, words)})`,
      part: 'certificateName',
    },
    {
      name: words.term,
      value: guide.renewable ? words.renewable(term) : term,
      part: 'validityYears',
    },
    ...optionalFacts(guide, words),
    ...(guide.sichuanCodes.length === 0
      ? []
      : [
          {
            name: words.codes,
            value: guide.sichuanCodes
              .map(({ for: name, code }) => `${name} ${code}`)
              .join(words.comma),
            chinese: true,
          } as const,
        ]),
  ]
}

/** A devolved item is neither accepted nor decided here. */
function placesOf({ item }: GuideView, words: GuideWords): readonly Fact[] {
  if (item.status === 'devolved')
    return [{ name: words.handledAt, value: item.handledBy ?? words.devolvedWhere }]
  return [
    { name: words.decidedBy, value: item.departmentName, chinese: true },
    { name: words.acceptedAt, value: words.acceptedAtCounter },
    { name: words.delivery, value: words.deliveryWays },
  ]
}

function optionalFacts(guide: GuideView, words: GuideWords): readonly Fact[] {
  const { partnerNames, correctionLimitDays, extensionDays, quota } = guide
  return [
    { name: words.visits, value: words.visitsOf(guide.visits), part: 'visits' },
    quota === null
      ? { name: words.quota, value: words.noQuota, part: 'quota' }
      : { name: words.quota, value: quota, chinese: true, part: 'quota' },
    ...(partnerNames.length === 0
      ? []
      : [{ name: words.partners, value: partnerNames.join(words.comma), chinese: true } as const]),
    ...(correctionLimitDays === null
      ? []
      : [
          {
            name: words.correction,
            value: words.days(correctionLimitDays),
            part: 'correctionLimitDays',
          },
        ]),
    ...(extensionDays === null
      ? []
      : [
          { name: words.extension, value: words.workingDays(extensionDays), part: 'extensionDays' },
        ]),
    ...promiseFacts(guide, words),
  ]
}

/** What becomes of promises; where the guide is silent, it says so. */
function promiseFacts(guide: GuideView, words: GuideWords): readonly Fact[] {
  const { materials, commitmentCheckDays, toleranceLapse } = guide
  const mayPromise = materials.some(({ commitment }) => commitment)
  const mayFollow = materials.some(({ tolerableDays }) => tolerableDays !== null)
  return [
    ...(mayPromise || commitmentCheckDays !== null
      ? [
          {
            name: words.commitmentCheck,
            value:
              commitmentCheckDays === null
                ? words.notGiven
                : words.checkedWithin(commitmentCheckDays),
            part: 'commitmentCheckDays',
          },
        ]
      : []),
    ...(mayFollow || toleranceLapse !== null
      ? [
          {
            name: words.toleranceLapse,
            value: lapseName(toleranceLapse, words),
            part: 'toleranceLapse',
          },
        ]
      : []),
  ]
}

function lapseName(lapse: GuideView['toleranceLapse'], words: GuideWords): string {
  if (lapse === null) return words.notGiven
  return lapse === 'refuse' ? words.lapseRefuse : words.lapseTerminate
}

function objectName(one: GuideView['serviceObjects'][number], words: GuideWords): string {
  switch (one) {
    case 'natural-person':
      return words.objectPerson
    case 'enterprise':
      return words.objectEnterprise
    case 'institution':
      return words.objectInstitution
    case 'social-organisation':
      return words.objectSociety
    case 'government-body':
      return words.objectGovernment
    case 'other-organisation':
      return words.objectOther
  }
}

function resultName(kind: GuideView['resultKind'], words: GuideWords): string {
  switch (kind) {
    case 'certificate':
      return words.resultCertificate
    case 'approval-document':
      return words.resultApproval
    case 'registration':
      return words.resultRegistration
    case 'none':
      return words.resultNone
  }
}
