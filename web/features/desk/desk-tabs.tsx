import type { WorklistName } from '../../../contract/applications.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { listCount } from '../../ui/list-count.ts'
import { tabName, type DeskPlace } from './desk-place.ts'

export function DeskTabs(props: {
  place: DeskPlace
  lists: readonly WorklistName[]
  counts: ReadonlyMap<WorklistName, number>
}) {
  const { place, lists, counts } = props
  return (
    <div className="tabs">
      <div role="tablist" aria-label="工作列表">
        {lists.map((list) => (
          <button
            key={list}
            type="button"
            role="tab"
            aria-selected={list === place.list}
            onClick={() => place.go({ list, q: '', openId: null })}
          >
            {tabName(list)} <b>{listCount(counts.get(list) ?? 0)}</b>
          </button>
        ))}
      </div>
      <span className="keys">
        <Kbd>J</Kbd> 下一件 <Kbd>K</Kbd> 上一件{' '}
        {place.openId === null ? (
          <>
            <Kbd>Enter</Kbd> 打开 <Kbd>/</Kbd> 查询
          </>
        ) : (
          <>
            <Kbd>Esc</Kbd> 返回
          </>
        )}
      </span>
    </div>
  )
}
