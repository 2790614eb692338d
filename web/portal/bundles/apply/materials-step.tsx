import { sizeWords } from '../../../ui/size-words.ts'
import { StepButtons, StepHeading } from '../../apply/step-parts.tsx'
import { FileChoice } from '../../apply/upload/file-choice.tsx'
import { useState } from 'react'
import { useBundleWords } from '../words.ts'
import {
  askedMaterials,
  type AskedMaterial,
  wayOf,
  waysOf,
} from '../../../ui/bundle/asked-materials.ts'
import type { BundleFlow } from './bundle-flow.ts'

const LARGEST = 50 * 1024 * 1024

/** Every paper once, for all items that use it. */
export function MaterialsStep({ flow }: { flow: BundleFlow }) {
  const words = useBundleWords()
  const { steps, go, standing } = flow
  const asked = askedMaterials(standing)
  const brought = asked.filter(({ isForm }) => !isForm)
  const index = steps.findIndex(({ id }) => id === 'materials')
  return (
    <>
      <StepHeading id="materials">{words.materials}</StepHeading>
      <p className="apply-lead">{words.materialsLead(brought.length)}</p>
      <ol className="bundle-upload">
        {brought.map((material) => (
          <Row key={material.name} flow={flow} material={material} />
        ))}
      </ol>
      {asked.length > brought.length && <p className="soft">{words.formsFilled}</p>}
      <StepButtons
        onBack={() => go(steps[index - 1]?.id ?? 'who')}
        onNext={() => go('review')}
        next={words.toReview}
      />
    </>
  )
}

function Row({ flow, material }: { flow: BundleFlow; material: AskedMaterial }) {
  const words = useBundleWords()
  const { draft, change, files } = flow
  const [refused, setRefused] = useState('')
  const ways = waysOf(material)
  const way = wayOf(material, draft)
  const own = files.files.filter((file) => file.material === material.index)
  const add = (chosen: readonly File[]) => {
    const wrong = chosen.find(({ size }) => size === 0 || size > LARGEST)
    setRefused(wrong === undefined ? '' : words.wrongSize(wrong.name))
    files.add(
      material.index,
      chosen.filter(({ size }) => size > 0 && size <= LARGEST),
    )
  }
  return (
    <li>
      <p>
        <b lang="zh-CN">{material.name}</b>{' '}
        {material.uses.length > 1 && (
          <small className="mark shared">{words.shared(material.uses.length)}</small>
        )}
      </p>
      <p className="soft" lang="zh-CN">
        {material.uses.map(({ part }) => part.name).join(' · ')}
      </p>
      {material.standard !== '' && <p lang="zh-CN">{material.standard}</p>}
      {ways.length > 1 && (
        <fieldset className="form-field">
          <legend>{words.how}</legend>
          <div className="form-choices">
            {ways.map((one) => (
              <label key={one} className={`form-option ${way === one ? 'on' : ''}`}>
                <input
                  type="radio"
                  name={`way-${material.index}`}
                  checked={way === one}
                  onChange={() =>
                    change((now) => ({ ways: { ...now.ways, [material.name]: one } }))
                  }
                />
                <span>{words[one]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {way === 'upload' && (
        <>
          <ul className="bundle-files">
            {own.map(({ uploadId, name, file }) => (
              <li key={uploadId}>
                <span>
                  {name} <small className="soft">{sizeWords(file.size)}</small>
                </span>
                <button type="button" className="btn quiet" onClick={() => files.remove(uploadId)}>
                  {words.remove}
                  <span className="sr-only">{name}</span>
                </button>
              </li>
            ))}
          </ul>
          <div role="group" aria-label={material.name}>
            <FileChoice onFiles={add} hasPages={own.length > 0} />
          </div>
          <p className="limit">{words.limit}</p>
          {refused !== '' && (
            <p className="form-fault" role="alert">
              {refused}
            </p>
          )}
        </>
      )}
    </li>
  )
}
