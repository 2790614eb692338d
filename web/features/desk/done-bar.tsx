import { useState } from 'react'
import type { CommandReply } from '../../../contract/application-commands.ts'
import { DocumentViewer, type DocumentChoice } from '../../ui/document-viewer.tsx'
import { Kbd } from '../../ui/kbd.tsx'

/** What was just done, the document it made, and the next application one key away. */
export function DoneBar(props: { label: string; reply: CommandReply; onNext: () => void }) {
  const [shown, setShown] = useState<DocumentChoice | null>(null)
  return (
    <p className="done-bar" role="status">
      <b>{props.label}已办理</b>
      {props.reply.notices.map(({ noticeId, title, number }) => (
        <button
          key={noticeId}
          type="button"
          className="link"
          onClick={() => setShown({ kind: 'notice', noticeId, title })}
        >
          {title} {number}
        </button>
      ))}
      <button type="button" className="link next" onClick={props.onNext}>
        下一件 <Kbd>J</Kbd>
      </button>
      {shown && <DocumentViewer choice={shown} onClose={() => setShown(null)} />}
    </p>
  )
}
