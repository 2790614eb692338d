import type { ItemRow } from '../../../contract/catalogue.ts'
import { CROSS_MARK_MEANING, marksOf } from '../../ui/item-words.ts'

type Marked = Pick<ItemRow, 'status' | 'levelMark'>

/** 已下放, 暂停, ×: as the annex prints them. */
export function ItemMarks({ item }: { item: Marked }) {
  return (
    <span className="marks">
      {marksOf(item).map(({ name, tone }) => (
        <span
          key={name}
          className={`tag ${tone === 'amber' ? 'amber' : ''}`}
          title={name === '×' ? CROSS_MARK_MEANING : undefined}
        >
          {name}
        </span>
      ))}
    </span>
  )
}
