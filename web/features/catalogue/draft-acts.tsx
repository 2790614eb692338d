import { useState } from 'react'
import type { DraftAct, DraftView } from '../../../contract/catalogue-editing.ts'
import { DiscardDialog } from './acts/discard-dialog.tsx'
import { ConfirmDraftDialog } from './acts/confirm-draft-dialog.tsx'
import { PublishDialog } from './acts/publish-dialog.tsx'
import { ReturnDraftDialog } from './acts/return-draft-dialog.tsx'
import { SubmitDialog } from './acts/submit-dialog.tsx'
import type { Saver } from './editor/draft-saver.ts'

type Act = Exclude<DraftAct, 'edit'>

const ACTS: readonly (readonly [Act, string, boolean])[] = [
  ['discard', '作废', false],
  ['return', '退回', false],
  ['submit', '送审', true],
  ['confirm', '确认', true],
  ['publish', '发布', true],
]

/** What whoever looks may do with the draft now, each in its dialog. */
export function DraftActs<Content>(props: { draft: DraftView; saver: Saver<Content> }) {
  const { draft, saver } = props
  const [act, setAct] = useState<Act | null>(null)
  const [unsaved, setUnsaved] = useState(false)
  const open = async (chosen: Act) => {
    // Nobody submits, confirms or publishes anything but what is on the page.
    const saved = !draft.possible.includes('edit') || chosen === 'discard' || (await saver.save())
    setUnsaved(!saved)
    if (saved) setAct(chosen)
  }
  const close = () => setAct(null)
  return (
    <div className="draft-acts">
      {unsaved && (
        <span className="fault" role="alert">
          还有内容没有保存，请先按左边的提示改好。
        </span>
      )}
      {ACTS.filter(([name]) => draft.possible.includes(name)).map(([name, label, primary]) => (
        <button
          key={name}
          type="button"
          className={primary ? 'btn primary' : 'btn'}
          onClick={() => void open(name)}
        >
          {label}
        </button>
      ))}
      {act === 'submit' && <SubmitDialog draft={draft} onClose={close} />}
      {act === 'confirm' && <ConfirmDraftDialog draft={draft} onClose={close} />}
      {act === 'return' && <ReturnDraftDialog draft={draft} onClose={close} />}
      {act === 'discard' && <DiscardDialog draft={draft} onClose={close} />}
      {act === 'publish' && <PublishDialog draft={draft} onClose={close} />}
    </div>
  )
}
