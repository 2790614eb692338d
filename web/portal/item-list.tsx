import type { ItemRow } from '../../contract/catalogue.ts'
import { limitWords, marksOf } from './item-words.ts'

export function ItemList({ items }: { items: readonly ItemRow[] }) {
  return (
    <ul className="item-list card">
      {items.map((item) => (
        <li key={item.itemId}>
          <a href={`/items/${encodeURIComponent(item.itemId)}`}>
            <span className="no soft">{item.annexNumber ?? ''}</span>
            <span>
              <b>{item.name}</b>
              {marksOf(item).map(({ name, tone }) => (
                <em key={name} className={`mark ${tone}`}>
                  {name}
                </em>
              ))}
              <small>
                {item.departmentName}
                {item.status === 'active' && ` · ${limitWords(item)}`}
                {item.handledBy && ` · 由${item.handledBy}办理`}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
