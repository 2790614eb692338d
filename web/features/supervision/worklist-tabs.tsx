import type { ReactNode } from 'react'
import type { WorklistName } from '../../../contract/applications.ts'
import { listCount } from '../../ui/list-count.ts'

export function WorklistTabs<List extends WorklistName>(props: {
  lists: readonly { list: List; name: string }[]
  chosen: List | null
  counts: readonly { list: WorklistName; count: number }[]
  onChoose: (list: List) => void
  /** More tabs, that are not worklists. */
  children?: ReactNode
}) {
  return (
    <div className="worklist-tabs" role="tablist" aria-label="列表">
      {props.lists.map(({ list, name }) => (
        <button
          key={list}
          type="button"
          role="tab"
          aria-selected={list === props.chosen}
          onClick={() => props.onChoose(list)}
        >
          {name} <b>{countWords(props.counts.find((one) => one.list === list)?.count)}</b>
        </button>
      ))}
      {props.children}
    </div>
  )
}

function countWords(count: number | undefined): string {
  return count === undefined ? '' : listCount(count)
}
