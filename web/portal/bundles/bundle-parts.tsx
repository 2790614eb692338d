import type { BundleView } from '../../../contract/bundles.ts'
import { useBundleWords } from './words.ts'

/** The items, each with its department and its own limits; what a choice drops stays in sight, struck out. */
export function BundleParts(props: { parts: BundleView['parts']; itemIds: readonly string[] }) {
  const words = useBundleWords()
  return (
    <ol className="bundle-parts">
      {props.parts.map(({ itemId, name, departmentName, statutoryDays, committedDays }) => {
        const isIn = props.itemIds.includes(itemId)
        return (
          <li key={itemId} className={isIn ? '' : 'dropped'}>
            <p>
              <a href={`/items/${itemId}`} lang="zh-CN">
                {name}
              </a>
              {!isIn && <small className="mark">{words.notNeeded}</small>}
            </p>
            <p className="soft">
              <span lang="zh-CN">{departmentName}</span> · {words.statutory(statutoryDays)} ·{' '}
              {committedDays === 0 ? words.onTheSpot : words.committed(committedDays)}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
