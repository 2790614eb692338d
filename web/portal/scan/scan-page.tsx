import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { readPairing } from '../../../contract/uploads.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import { localMinuteOf } from '../../../domain/shared/local-date.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { sizeWords } from '../../ui/size-words.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { READ_PAIRING } from '../apply/apply-operations.ts'
import { callAs } from '../apply/upload/apply-call.ts'
import { FileChoice } from '../apply/upload/file-choice.tsx'
import { sendFileTo } from '../apply/upload/send-file.ts'
import { Tasks } from '../apply/upload/task-list.tsx'
import { uploadQueue } from '../apply/upload/upload-queue.ts'
import { PublicShell } from '../public-shell.tsx'
import { useScanWords } from './words.ts'
import '../apply/apply.css'
import '../apply/upload/upload.css'

type Pairing = z.output<typeof readPairing.reply>

/** The phone that serves a desktop as a scanner: one material of one draft, for ten minutes, without an account. */
export function ScanPage() {
  const words = useScanWords()
  const [code] = useState(() => decodeURIComponent(window.location.hash.slice(1)))
  const { pairing, problem, read } = usePairing(code)
  const isOver = problem !== null && problem.status >= 400 && problem.status < 500
  return (
    <PublicShell title={words.title}>
      <div className="wrap apply-narrow scan apply-barred">
        <h1>{words.title}</h1>
        {code === '' && <p>{words.noCode}</p>}
        {isOver && (
          <>
            <p className="apply-note" role="alert">
              {words.expired}
            </p>
            <p className="soft" lang="zh-CN">
              {problem.detail}
            </p>
          </>
        )}
        {problem && !isOver && <ProblemNote problem={problem} onRetry={read} />}
        {code !== '' && !pairing && !problem && <Skeleton lines={5} />}
        {pairing && !isOver && <Scanner code={code} pairing={pairing} onArrived={read} />}
      </div>
    </PublicShell>
  )
}

function usePairing(code: string) {
  const [pairing, setPairing] = useState<Pairing | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const read = useCallback(() => {
    if (code === '') return
    callAs(code, READ_PAIRING).then(
      (reply) => {
        setPairing(reply)
        setProblem(null)
      },
      (error: unknown) => setProblem(asApiProblem(error)),
    )
  }, [code])
  useEffect(read, [read])
  return { pairing, problem, read }
}

function Scanner(props: { code: string; pairing: Pairing; onArrived: () => void }) {
  const words = useScanWords()
  const { code, pairing, onArrived } = props
  const [isDone, setDone] = useState(false)
  const [queue] = useState(() =>
    uploadQueue({
      send: sendFileTo(pairing.draftId, code),
      onDone: onArrived,
      onGone: () => undefined,
    }),
  )
  const tasks = useSyncExternalStore(queue.subscribe, queue.tasks)
  const add = (files: readonly File[]) => {
    setDone(false)
    queue.add(
      files.map((file) => ({
        uploadId: uuidv7(),
        material: pairing.material,
        name: file.name,
        type: file.type,
        file,
      })),
    )
  }
  const pages = pairing.pages.filter(({ state }) => state === 'complete')
  return (
    <>
      <p className="soft" lang="zh-CN">
        {pairing.itemName}
      </p>
      <section className="apply-known" lang="zh-CN">
        <b>{pairing.materialName}</b>
        {pairing.standard !== '' && <p>{pairing.standard}</p>}
      </section>
      <p className="apply-hint">{words.howTo}</p>
      <FileChoice onFiles={add} hasPages={pages.length + tasks.length > 0} cameraFirst />
      <Tasks {...queue} tasks={tasks} />
      <p role="status" className="apply-hint">
        {pages.length > 0 && <b>{words.arrived(pages.length)} · </b>}
        <span className="soft">
          {words.until(localMinuteOf(pairing.expiresAt as Instant).slice(11))}
        </span>
      </p>
      {pages.length > 0 && (
        <ol className="upload-pages" aria-label={words.arrivedList}>
          {pages.map(({ uploadId, name, size }, index) => (
            <li key={uploadId}>
              <b>{index + 1}</b>
              <span>
                {name} <small className="soft">{sizeWords(size)}</small>
              </span>
            </li>
          ))}
        </ol>
      )}
      {pages.length > 0 && tasks.length === 0 && (
        <div className="apply-go">
          <button type="button" className="btn main" onClick={() => setDone(true)}>
            {words.done}
          </button>
        </div>
      )}
      {isDone && (
        <p role="status" className="apply-note">
          {words.closeTab}
        </p>
      )}
    </>
  )
}
