import type { RequiredMaterial } from '../../../../domain/catalogue/service-guide.ts'
import { isAsked } from '../../../../domain/catalogue/materials-for.ts'
import { materialState } from './material-state.ts'
import { StepButtons, StepHeading } from '../step-parts.tsx'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'
import './materials.css'

/** Every material of this situation and how it stands; each opens a page of its own. */
export function MaterialsStep() {
  const words = useApplyWords()
  const { materials, steps, go } = useApply()
  const index = steps.findIndex(({ kind }) => kind === 'materials')
  const asked = materials.filter(isAsked)
  const shared = materials.filter((material) => !isAsked(material))
  return (
    <>
      <StepHeading id="materials">{words.materials}</StepHeading>
      <p className="apply-lead">{words.materialsLead(asked.length)}</p>
      <ul className="apply-materials">
        {asked.map((material) => (
          <MaterialRow key={material.number} material={material} />
        ))}
      </ul>
      {shared.length > 0 && (
        <section className="apply-shared">
          <h2>{words.sharedTitle}</h2>
          <ul>
            {shared.map(({ number, name, sharedFrom }) => (
              <li key={number} lang="zh-CN">
                {name} <small className="soft">{sharedFrom}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <StepButtons
        onBack={() => go(steps[index - 1]?.id ?? '')}
        onNext={() => go('review')}
        next={words.toReview}
      />
    </>
  )
}

function MaterialRow({ material }: { material: RequiredMaterial }) {
  const words = useApplyWords()
  const apply = useApply()
  const state = materialState(material, apply)
  const to = `material.${material.number}`
  return (
    <li>
      <a
        href={`#${to}`}
        onClick={(event) => {
          event.preventDefault()
          apply.go(to)
        }}
      >
        <b lang="zh-CN">
          {material.number}. {material.name}
        </b>
        <span className={`apply-state ${state.kind}`}>
          {words[state.kind]}
          {state.pages > 0 && ` · ${words.pages(state.pages)}`}
        </span>
      </a>
    </li>
  )
}
