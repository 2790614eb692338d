import { useState } from 'react'
import type { DraftPage } from '../../../../contract/drafts.ts'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { addressOf, call } from '../../../api/call.ts'
import { sizeWords } from '../../../ui/size-words.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { ORDER_PAGES, READ_UPLOAD } from '../apply-operations.ts'
import { useApply } from '../use-apply.ts'
import { moved } from './moved.ts'
import { PreviewDialog } from './preview-dialog.tsx'
import { useUploadWords } from './words.ts'
import './upload.css'

/** What is there of one material, in the order it will be read; moved by dragging or by its buttons. */
export function PageList({ material, pages }: { material: number; pages: readonly DraftPage[] }) {
  const words = useUploadWords()
  const { state, uploads, refreshPages } = useApply()
  const { draftId } = state.draft
  const [wished, setWished] = useState<readonly string[] | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [shown, setShown] = useState<DraftPage | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const complete = pages.filter((page) => page.state === 'complete')
  const inOrder = wished
    ? complete.toSorted((a, b) => wished.indexOf(a.uploadId) - wished.indexOf(b.uploadId))
    : complete
  if (complete.length === 0) return null
  const move = async (uploadId: string, to: number) => {
    const uploadIds = moved(
      inOrder.map((page) => page.uploadId),
      uploadId,
      to,
    )
    setWished(uploadIds)
    setProblem(null)
    // Pages that still arrive come after those that are there.
    const rest = pages.filter((page) => page.state !== 'complete').map((page) => page.uploadId)
    try {
      await call(ORDER_PAGES, {
        params: { draftId, number: material },
        body: { uploadIds: [...uploadIds, ...rest] },
      })
      await refreshPages()
    } catch (error) {
      setProblem(asApiProblem(error))
    }
    setWished(null)
  }
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <ol className="upload-pages" aria-label={words.pagesInOrder}>
        {inOrder.map((page, index) => (
          <li
            key={page.uploadId}
            draggable={inOrder.length > 1}
            className={dragged === page.uploadId ? 'dragged' : ''}
            onDragStart={() => setDragged(page.uploadId)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault()
            }}
            onDrop={(event) => {
              if (dragged === null) return
              event.preventDefault()
              void move(dragged, index)
            }}
          >
            <button type="button" className="upload-thumb" onClick={() => setShown(page)}>
              <Thumb page={page} address={fileAddress(draftId, page.uploadId)} />
              <span className="sr-only">{words.previewOf(page.name)}</span>
            </button>
            <p>
              <b>{words.pageAt(index + 1)}</b>
              <small className="soft">
                {page.name} · {sizeWords(page.size)} · {words[page.trust]}
              </small>
              {page.handling === 'waiting' && <small className="soft">{words.waitsForScan}</small>}
            </p>
            <span className="upload-acts">
              {inOrder.length > 1 && (
                <>
                  <button
                    type="button"
                    className="btn quiet"
                    disabled={index === 0}
                    onClick={() => void move(page.uploadId, index - 1)}
                  >
                    <span aria-hidden="true">↑</span>
                    <span className="sr-only">{words.earlier(page.name)}</span>
                  </button>
                  <button
                    type="button"
                    className="btn quiet"
                    disabled={index === inOrder.length - 1}
                    onClick={() => void move(page.uploadId, index + 1)}
                  >
                    <span aria-hidden="true">↓</span>
                    <span className="sr-only">{words.later(page.name)}</span>
                  </button>
                </>
              )}
              <button
                type="button"
                className="btn quiet"
                onClick={() => void uploads.remove(page.uploadId)}
              >
                {words.remove}
                <span className="sr-only">{page.name}</span>
              </button>
            </span>
          </li>
        ))}
      </ol>
      {shown && (
        <PreviewDialog
          page={shown}
          address={fileAddress(draftId, shown.uploadId)}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}

export function fileAddress(draftId: string, uploadId: string): string {
  return addressOf(READ_UPLOAD.path, { draftId, uploadId }, {})
}

function Thumb({ page, address }: { page: DraftPage; address: string }) {
  if (page.handling === 'show' && page.mediaType?.startsWith('image/'))
    return <img src={address} alt="" loading="lazy" />
  return <b aria-hidden="true">{page.mediaType === 'application/pdf' ? 'PDF' : '…'}</b>
}
