import { guideFact, type GuideNames } from '../../domain/catalogue/rendering/guide-facts.ts'
import { type Fact, materialFacts } from '../../domain/catalogue/rendering/material-facts.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'

/** Where a part of the guide stands on paper. A new part does not compile without a place. */
const PLACE: Readonly<Record<keyof ServiceGuide, 'head' | 'facts' | 'section' | 'materials'>> = {
  itemId: 'head',
  version: 'head',
  effectiveOn: 'head',
  confirmation: 'head',
  unconfirmed: 'head',
  scope: 'facts',
  serviceObjects: 'facts',
  kind: 'facts',
  statutoryDays: 'facts',
  committedDays: 'facts',
  extensionDays: 'facts',
  stepLimits: 'facts',
  correctionLimitDays: 'facts',
  commitmentCheckDays: 'facts',
  toleranceLapse: 'facts',
  fee: 'facts',
  resultKind: 'facts',
  certificateName: 'facts',
  validityYears: 'facts',
  renewable: 'facts',
  quota: 'facts',
  visits: 'facts',
  partnerIds: 'facts',
  formId: 'facts',
  legalBasis: 'section',
  conditions: 'section',
  prohibitions: 'section',
  questions: 'section',
  materials: 'materials',
  feeLines: 'section',
  discretion: 'section',
  rights: 'section',
  faq: 'section',
  notes: 'section',
}

const PARTS = Object.keys(PLACE) as (keyof ServiceGuide)[]

export type SheetFact = {
  readonly name: string
  readonly words: readonly string[]
  readonly open: boolean
}

export type GuideSheet = {
  readonly title: string
  readonly head: readonly string[]
  readonly facts: readonly SheetFact[]
  /** Before and after the materials, in the order of the page. */
  readonly before: readonly SheetFact[]
  readonly materials: readonly { readonly heading: string; readonly facts: readonly SheetFact[] }[]
  readonly materialsOpen: boolean
  readonly after: readonly SheetFact[]
}

/** Facts of the place beside those of the guide: who decides, where it is received. */
export type SheetPlace = { readonly name: string; readonly words: readonly string[] }

/** The printed guide: every part of the record, in the order of the page. */
export function guideSheet(
  guide: ServiceGuide,
  names: GuideNames,
  places: readonly SheetPlace[] = [],
): GuideSheet {
  const at = (place: (typeof PLACE)[keyof ServiceGuide]) =>
    PARTS.filter((part) => PLACE[part] === place).map((part) => guideFact(part, guide, names))
  const sections = at('section')
  const after = PARTS.indexOf('materials')
  const isBefore = ({ part }: Fact) => PARTS.indexOf(part as keyof ServiceGuide) < after
  return {
    title: `${names.item}办事指南`,
    head: at('head')
      .filter(({ part }) => part !== 'itemId')
      .flatMap(({ words }) => words),
    facts: [...places.map((place) => ({ ...place, open: false })), ...shown(at('facts'))],
    before: shown(sections.filter(isBefore)),
    materials: guide.materials.map((material) => ({
      heading: `${material.number}. ${material.name}`,
      facts: shown(
        materialFacts(material, guide).filter(({ part }) => !/\.(?:number|name)$/.test(part)),
      ),
    })),
    materialsOpen: guide.unconfirmed.includes('materials'),
    after: shown(sections.filter((fact) => !isBefore(fact))),
  }
}

/** What says nothing is left out, unless it waits to be confirmed; a line of a text is a line on paper. */
function shown(facts: readonly Fact[]): readonly SheetFact[] {
  return facts
    .filter(({ words, isOpen }) => words.length > 0 || isOpen)
    .map(({ name, words, isOpen }) => ({
      name,
      words: words.flatMap((text) => text.split(/\r?\n/)),
      open: isOpen,
    }))
}
