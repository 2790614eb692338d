import { Link } from 'react-router'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { certificatePdfAddress } from '../../ui/document-viewer.tsx'

export type Done = {
  readonly act: 'sealed' | 'returned'
  readonly application: ApplicationView
}

/** What was just done, while the next letter is already open. */
export function DoneStrip({ done, onClose }: { done: Done; onClose: () => void }) {
  const { applicationId, number, item, certificate } = done.application
  return (
    <div className="done-strip" role="status">
      <span className="ell">
        <b>{done.act === 'sealed' ? '已盖章' : '已退回'}</b>{' '}
        <Link to={`/applications/${applicationId}`}>{number}</Link> {item.name}，
        {done.act === 'sealed'
          ? '已记入用印登记簿，转综合窗口出件。'
          : `等待${item.departmentName}改正后重新出函。`}
      </span>
      {done.act === 'sealed' && certificate && (
        <a href={certificatePdfAddress(applicationId)} target="_blank" rel="noopener">
          已盖章的证照
        </a>
      )}
      <button type="button" className="link" onClick={onClose}>
        知道了
      </button>
    </div>
  )
}

/** Somebody else was faster, or an old address was opened. */
export function GoneStrip(props: { applicationId: string | null; onClose: () => void }) {
  return (
    <div className="done-strip gone" role="status">
      <span className="ell">
        刚才的函已不在待盖章中：可能已盖章、退回或者由他人办理，已打开列表中的下一份。
      </span>
      <Link to={`/applications/${props.applicationId}`}>看刚才的办件</Link>
      <button type="button" className="link" onClick={props.onClose}>
        知道了
      </button>
    </div>
  )
}
