import type { MaterialStanding } from '../../ui/bundle/bundle-standing.ts'
import { useBundleWords } from './words.ts'

/** Every material named once; what several items use says so. Shrinks while one chooses. */
export function BundleMaterials({ materials }: { materials: readonly MaterialStanding[] }) {
  const words = useBundleWords()
  const needed = materials.filter(({ standing }) => standing !== 'dropped')
  const open = needed.filter(({ standing }) => standing === 'open').length
  return (
    <>
      <p role="status" className="soft">
        {words.materialCount(needed.length - open, open)}
      </p>
      <ol className="bundle-materials">
        {needed.map(({ name, standard, standing, uses }) => (
          <li key={name} className={standing}>
            <p>
              <b lang="zh-CN">{name}</b>
              {standing === 'open' && <small className="mark">{words.dependsOnAnswers}</small>}
              {uses.length > 1 && (
                <small className="mark shared">{words.shared(uses.length)}</small>
              )}
            </p>
            {standard !== '' && (
              <p className="soft" lang="zh-CN">
                {standard}
              </p>
            )}
            <ul className="soft uses">
              {uses.map(({ part, material }) => (
                <li key={part.itemId} lang="zh-CN">
                  {part.name}
                  {material.name !== name && ` · ${material.name}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}
