import { sizeWords } from '../../../ui/size-words.ts'
import { useApply } from '../use-apply.ts'
import type { UploadTask } from './upload-queue.ts'
import { useUploadWords } from './words.ts'
import './upload.css'

/** Files on their way: how far, and pausing, going on, trying again, leaving out. */
export function TaskList({ tasks }: { tasks: readonly UploadTask[] }) {
  const { uploads } = useApply()
  return <Tasks {...uploads} tasks={tasks} />
}

export function Tasks(props: {
  tasks: readonly UploadTask[]
  pause: (uploadId: string) => void
  resume: (uploadId: string) => void
  remove: (uploadId: string) => Promise<void> | void
}) {
  const words = useUploadWords()
  if (props.tasks.length === 0) return null
  return (
    <ul className="upload-tasks" aria-label={words.onTheWay}>
      {props.tasks.map((task) => {
        const { uploadId, name, size, sent, state, problem } = task
        const percent = size === 0 ? 0 : Math.floor((sent / size) * 100)
        const isMoving = state === 'waiting' || state === 'sending'
        return (
          <li key={uploadId} className={state}>
            <p>
              <b>{name}</b>
              <small className="soft">
                {sizeWords(sent)} / {sizeWords(size)} · {words[state]}
              </small>
            </p>
            <progress max={100} value={percent} aria-label={words.progressOf(name)} />
            {problem && (
              <p className="form-fault" role="alert" lang="zh-CN">
                {problem.detail}
              </p>
            )}
            <p className="upload-acts">
              {isMoving && (
                <button type="button" className="btn quiet" onClick={() => props.pause(uploadId)}>
                  {words.pause}
                  <span className="sr-only">{name}</span>
                </button>
              )}
              {(state === 'paused' || state === 'broken') && (
                <button type="button" className="btn" onClick={() => props.resume(uploadId)}>
                  {state === 'paused' ? words.goOn : words.tryAgain}
                  <span className="sr-only">{name}</span>
                </button>
              )}
              <button
                type="button"
                className="btn quiet"
                onClick={() => void props.remove(uploadId)}
              >
                {words.leaveOut}
                <span className="sr-only">{name}</span>
              </button>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
