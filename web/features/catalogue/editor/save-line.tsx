import { useSyncExternalStore } from 'react'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import type { Saver, SaverState } from './draft-saver.ts'
import type { DraftStore } from './draft-store.ts'

const WORDS: Readonly<Record<SaverState['phase'], string>> = {
  saved: '已保存',
  changed: '正在输入，稍后自动保存',
  saving: '正在保存…',
  incomplete: '有必填内容没有填完，先留在本页；填好后自动保存',
  held: '有一处两人都改了，请先选择',
  failed: '没有保存成功，内容仍在本页',
}

/** Whether what is on the page is on the server too, and the way back from the last removal. */
export function SaveLine<Content>(props: {
  saver: Saver<Content>
  store: DraftStore<Content>
  readOnly: boolean
}) {
  const { saver, store } = props
  const { phase, problem, mergedIn } = useSyncExternalStore(saver.subscribe, saver.state)
  const canUndo = useSyncExternalStore(store.subscribe, store.canUndo)
  if (props.readOnly) return <p className="save-line sec">只能查看</p>
  return (
    <div className="save-line">
      <p role="status" className={`phase ${phase}`}>
        {WORDS[phase]}
      </p>
      {mergedIn && phase !== 'held' && (
        <p className="sec small">同事刚改过这份草稿，两人的修改已经合在一起。</p>
      )}
      {problem && <ProblemNote problem={problem} onRetry={() => void saver.save()} />}
      {canUndo && (
        <button type="button" className="link" onClick={store.undo}>
          撤销上一次增删
        </button>
      )}
    </div>
  )
}
