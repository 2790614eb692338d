import { useEffect, useRef } from 'react'
import type { DraftPage } from '../../../../contract/drafts.ts'
import { useUploadWords } from './words.ts'
import './upload.css'

/** One page whole: a picture here, a PDF in the browser's own reader. */
export function PreviewDialog(props: { page: DraftPage; address: string; onClose: () => void }) {
  const words = useUploadWords()
  const { page, address, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const isPicture = page.mediaType?.startsWith('image/') ?? false
  return (
    <dialog ref={dialog} className="upload-preview" aria-label={page.name} onClose={onClose}>
      <p className="upload-preview-bar">
        <b>{page.name}</b>
        <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </p>
      {page.handling === 'waiting' && <p>{words.waitsForScan}</p>}
      {page.handling === 'show' && isPicture && <img src={address} alt={page.name} />}
      {page.handling === 'show' && !isPicture && <iframe src={address} title={page.name} />}
      {page.handling !== 'waiting' && (
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            {words.openAlone}
          </a>
        </p>
      )}
    </dialog>
  )
}
