import type { ItemRow } from '../../../contract/catalogue.ts'
import { useLanguage } from '../words/language.ts'
import { ItemName } from './item-name.tsx'
import { statusWord } from './status-word.ts'
import { useItemsWords } from './words.ts'

export function ItemList({ items }: { items: readonly ItemRow[] }) {
  const words = useItemsWords()
  const chinese = useLanguage() === 'zh' ? {} : { lang: 'zh-CN' }
  return (
    <ul className="item-list card">
      {items.map((item) => (
        <li key={item.itemId}>
          <a href={`/items/${encodeURIComponent(item.itemId)}`}>
            <span className="no soft">{item.annexNumber ?? ''}</span>
            <span>
              <ItemName item={item} />
              {item.status !== 'active' && (
                <em className="mark amber">{statusWord(item.status, words)}</em>
              )}
              {item.levelMark !== null && <em className="mark grey">{item.levelMark}</em>}
              <small>
                <span {...chinese}>{item.departmentName}</span>
                {item.status === 'active' &&
                  ` · ${
                    item.committedDays === 0
                      ? words.onTheSpot
                      : words.limit(item.committedDays, item.statutoryDays)
                  }`}
                {item.handledBy && (
                  <>
                    {' · '}
                    <span {...chinese}>{words.handledBy(item.handledBy)}</span>
                  </>
                )}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
