import type { RequiredMaterial } from '../../../../domain/catalogue/service-guide.ts'
import { isAsked } from '../../../../domain/catalogue/materials-for.ts'
import { MaterialWay } from './material-way.tsx'
import { SampleDrawing } from '../samples/sample-drawing.tsx'
import { StepButtons, StepHeading } from '../step-parts.tsx'
import { PageList } from '../upload/page-list.tsx'
import { PhonePairing } from '../upload/phone-pairing.tsx'
import { ReuseOffer } from '../upload/reuse-offer.tsx'
import { TaskList } from '../upload/task-list.tsx'
import { FileChoice } from '../upload/file-choice.tsx'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'
import './materials.css'

/** One material: what it has to show, how to hand it in, and what is there of it. */
export function MaterialStep({ material }: { material: RequiredMaterial }) {
  const words = useApplyWords()
  const { materials, state, pagesOf, uploads, go } = useApply()
  const asked = materials.filter(isAsked)
  const index = asked.findIndex(({ number }) => number === material.number)
  const following = asked[index + 1]
  const way = state.draft.content.materials[material.number]?.way ?? 'upload'
  const pages = pagesOf(material.number)
  return (
    <>
      <StepHeading id={`material.${material.number}`} lang="zh-CN">
        {material.name}
      </StepHeading>
      <p className="apply-lead">
        {words.materialAt(index + 1, asked.length)} · {words[material.format]}
        {material.signed && ` · ${words.signed}`}
        {material.sealed && ` · ${words.sealed}`}
      </p>
      <Standard material={material} />
      <MaterialWay material={material} />
      {way === 'upload' && (
        <>
          <ReuseOffer material={material} />
          <PageList material={material.number} pages={pages} />
          <TaskList tasks={uploads.tasks.filter((task) => task.material === material.number)} />
          <FileChoice
            onFiles={(files) => uploads.add(material.number, files)}
            hasPages={pages.length > 0}
          />
          <PhonePairing material={material.number} />
          {material.isTheForm && <p className="soft apply-hint">{words.formHelp}</p>}
        </>
      )}
      <StepButtons
        onBack={() => go('materials')}
        onNext={() => go(following ? `material.${following.number}` : 'materials')}
        next={following ? words.nextMaterial : words.allMaterials}
      />
    </>
  )
}

function Standard({ material }: { material: RequiredMaterial }) {
  const words = useApplyWords()
  const right = material.samples.filter(({ fault }) => fault === 'clear')
  const wrong = material.samples.filter(({ fault }) => fault !== 'clear')
  return (
    <section className="apply-standard">
      {material.standard !== '' && <p lang="zh-CN">{material.standard}</p>}
      {material.fillingNotes.length > 0 && (
        <ul lang="zh-CN">
          {material.fillingNotes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {material.samples.length > 0 && (
        <details open={right.length > 0}>
          <summary>{words.samples}</summary>
          <ul className="apply-samples">
            {[...right, ...wrong].map(({ fault, caption }) => (
              <li key={fault + caption}>
                <SampleDrawing fault={fault} />
                <p>
                  <b className={fault === 'clear' ? 'right' : 'wrong'}>
                    {fault === 'clear' ? words.right : words.wrong}
                  </b>
                  <span lang="zh-CN">{caption}</span>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {material.modelText !== null && (
        <details>
          <summary>{words.modelText}</summary>
          <blockquote lang="zh-CN">{material.modelText}</blockquote>
        </details>
      )}
      <small className="soft" lang="zh-CN">
        {material.basis}
      </small>
    </section>
  )
}
