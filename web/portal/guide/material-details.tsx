import type { GuideView } from '../../../contract/catalogue.ts'
import { useChinese } from '../words/chinese.ts'
import { SampleDrawing } from './sample-drawing.tsx'
import { useGuideWords } from './words.ts'

type Material = GuideView['materials'][number]

/** How to make it well: notes, a model, and drawings of right and wrong ones. */
export function MaterialDetails({ material }: { material: Material }) {
  const words = useGuideWords()
  const chinese = useChinese()
  const { fillingNotes, modelText, samples } = material
  if (fillingNotes.length === 0 && modelText === null && samples.length === 0) return null
  return (
    <details className="how">
      <summary>
        {words.details}
        <span className="sr-only" {...chinese}>
          {' '}
          {material.name}
        </span>
      </summary>
      {fillingNotes.length > 0 && (
        <>
          <h3>{words.fillingNotes}</h3>
          <ol {...chinese}>
            {fillingNotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ol>
        </>
      )}
      {modelText !== null && (
        <>
          <h3>{words.modelText}</h3>
          <blockquote {...chinese}>{modelText}</blockquote>
        </>
      )}
      {samples.length > 0 && (
        <>
          <h3>{words.samples}</h3>
          <div className="samples">
            {samples.map(({ fault, caption }) => (
              <figure key={`${fault}${caption}`} className={fault === 'clear' ? 'right' : 'wrong'}>
                <SampleDrawing fault={fault} />
                <figcaption>
                  <b>{fault === 'clear' ? words.sampleRight : words.sampleWrong}</b>
                  <span {...chinese}>{caption}</span>
                </figcaption>
              </figure>
            ))}
          </div>
        </>
      )}
    </details>
  )
}
