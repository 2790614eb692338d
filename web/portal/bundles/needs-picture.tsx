import type { BundleView } from '../../../contract/bundles.ts'
import { needLevels } from './need-levels.ts'
import { useBundleWords } from './words.ts'

/** Who waits for whose result: what stands in one column runs side by side. */
export function NeedsPicture(props: {
  items: readonly { readonly itemId: string; readonly name: string }[]
  needs: BundleView['needs']
}) {
  const words = useBundleWords()
  const { items, needs } = props
  const nameOf = (itemId: string) => items.find((item) => item.itemId === itemId)?.name ?? ''
  const levels = needLevels(
    items.map(({ itemId }) => itemId),
    needs,
  )
  return (
    <figure className="needs-picture">
      <ol>
        {levels.map((level, at) => (
          <li key={level.join()}>
            {at > 0 && (
              <span className="needs-arrow" aria-hidden="true">
                <small>{words.resultFirst}</small>
                <svg width="56" height="16" viewBox="0 0 56 16">
                  <path
                    d="M0 8h50M42 2l8 6-8 6"
                    fill="none"
                    stroke="currentColor"
                    strokeWidth="2"
                  />
                </svg>
              </span>
            )}
            <span className="needs-column">
              {level.map((itemId) => (
                <b key={itemId} lang="zh-CN">
                  {nameOf(itemId)}
                </b>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <figcaption>
        {needs.map(({ item, of }) => (
          <p key={item + of}>{words.waitsForResult(nameOf(item), nameOf(of))}</p>
        ))}
        {needs.length === 0 && <p>{words.noWaiting}</p>}
        <p className="soft">{words.ownClocks}</p>
      </figcaption>
    </figure>
  )
}
