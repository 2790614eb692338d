import { useState } from 'react'
import type { GuideView } from '../../../contract/catalogue.ts'
import { followSituation } from '../../../domain/catalogue/follow-situation.ts'
import { materialsFor } from '../../../domain/catalogue/materials-for.ts'
import type { Situation } from '../../../domain/catalogue/situation.ts'
import { GuideBasics } from './guide-basics.tsx'
import { GuideFlow } from './guide-flow.tsx'
import { GuideMaterials } from './guide-materials.tsx'
import { GuideSection, Sentences } from './guide-section.tsx'
import { GuideSituation } from './guide-situation.tsx'
import { GuideDiscretion, GuideFee, GuideQuestions } from './guide-tables.tsx'
import { useGuideWords } from './words.ts'

/** The whole record of a guide: the portal's page and the kiosk's are made of it, and nothing of it is left out. */
export function GuideArticle({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const [situation, setSituation] = useState<Situation>({})
  const isOwn = guide.questions.length > 0 && followSituation(guide.questions, situation).done
  return (
    <article className="card">
      <Contents guide={guide} />
      <GuideBasics guide={guide} />
      {guide.questions.length > 0 && (
        <GuideSituation guide={guide} situation={situation} onChange={setSituation} />
      )}
      <GuideSection id="conditions" title={words.conditions}>
        <Sentences guide={guide} part="conditions" className="cond" />
        {guide.prohibitions.length > 0 && (
          <>
            <h3>{words.prohibitions}</h3>
            <Sentences guide={guide} part="prohibitions" className="cond not" />
          </>
        )}
      </GuideSection>
      <GuideMaterials
        guide={guide}
        materials={isOwn ? materialsFor(guide, situation) : guide.materials}
        isOwn={isOwn}
      />
      <GuideFlow guide={guide} />
      <GuideFee guide={guide} />
      <GuideSection id="basis" title={words.basis}>
        <Sentences guide={guide} part="legalBasis" />
      </GuideSection>
      <GuideDiscretion guide={guide} />
      {guide.rights.length > 0 && (
        <GuideSection id="rights" title={words.rights}>
          <Sentences guide={guide} part="rights" />
        </GuideSection>
      )}
      <GuideQuestions guide={guide} />
      {guide.notes.length > 0 && (
        <GuideSection id="notes" title={words.notes}>
          <Sentences guide={guide} part="notes" />
        </GuideSection>
      )}
    </article>
  )
}

function Contents({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const places: readonly (readonly [string, string, boolean])[] = [
    ['basics', words.basics, true],
    ['situation', words.situation, guide.questions.length > 0],
    ['conditions', words.conditions, true],
    ['materials', words.materials, true],
    ['flow', words.flow, true],
    ['fee', words.fee, true],
    ['basis', words.basis, true],
    ['discretion', words.discretion, guide.discretion.length > 0],
    ['rights', words.rights, guide.rights.length > 0],
    ['faq', words.faq, guide.faq.length > 0],
    ['notes', words.notes, guide.notes.length > 0],
  ]
  return (
    <nav className="tabs no-print" aria-label={words.contents}>
      {places
        .filter(([, , isThere]) => isThere)
        .map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {name}
          </a>
        ))}
    </nav>
  )
}
