import type { DraftView } from '../../../contract/catalogue-editing.ts'
import { longMinute } from '../../ui/dates.ts'
import { SIDE_NAMES } from './catalogue-words.ts'
import { DocumentWords } from './document-words.tsx'

const ACTIONS: Readonly<Record<DraftView['history'][number]['action'], string>> = {
  started: '起草',
  imported: '导入',
  edited: '修改',
  submitted: '送审',
  confirmed: '确认',
  returned: '退回',
  discarded: '作废',
  published: '发布',
}

/** Who did what with the draft, and who has confirmed what stands there now. */
export function DraftHistory({ draft }: { draft: DraftView }) {
  return (
    <section className="panel draft-panel" aria-label="经过">
      <h2 className="h">确认</h2>
      <ul className="confirmations">
        {(['department', 'bureau'] as const).map((side) => {
          const one = draft.confirmations.find((confirmation) => confirmation.side === side)
          return (
            <li key={side}>
              <b>{side === 'department' ? draft.departmentName : SIDE_NAMES[side]}</b>
              {one ? (
                <span className="tag green">
                  {one.name} {longMinute(one.at)} 已确认
                </span>
              ) : (
                <span className="tag">还没有确认</span>
              )}
            </li>
          )
        })}
      </ul>
      {draft.reason !== '' && <p>改了什么：{draft.reason}</p>}
      <DocumentWords document={draft.document} />
      <h2 className="h">经过</h2>
      <ol className="draft-history">
        {draft.history.map(({ at, name, action, text }, place) => (
          <li key={place}>
            <time dateTime={at} className="sec">
              {longMinute(at)}
            </time>
            <b>{ACTIONS[action]}</b>
            <span>{name}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
