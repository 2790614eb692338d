import { useEffect, useState, useSyncExternalStore } from 'react'
import { uuidv7 } from 'uuidv7'
import { dropFile, keepFile, keptFilesOf } from '../../offline/kept-files.ts'
import { call } from '../../../api/call.ts'
import { DELETE_UPLOAD } from '../apply-operations.ts'
import { sendFileTo } from './send-file.ts'
import { uploadQueue, type UploadTask } from './upload-queue.ts'

export type Uploads = {
  readonly tasks: readonly UploadTask[]
  readonly add: (material: number, files: readonly File[]) => void
  readonly pause: (uploadId: string) => void
  readonly resume: (uploadId: string) => void
  readonly remove: (uploadId: string) => Promise<void>
}

/** The files of one draft on their way; what a reload interrupted goes on by itself. */
export function useUploads(
  draftId: string,
  ensureStarted: () => Promise<void>,
  onChange: () => Promise<void>,
): Uploads {
  const [queue] = useState(() => {
    const send = sendFileTo(draftId, null)
    return uploadQueue({
      send: async (...given) => {
        await ensureStarted()
        return await send(...given)
      },
      onDone: () => void onChange(),
      onGone: (uploadId) => void dropFile(uploadId),
    })
  })
  useEffect(() => {
    const online = () => queue.resumeBroken()
    window.addEventListener('online', online)
    void keptFilesOf(draftId).then((files) => queue.add(files))
    return () => window.removeEventListener('online', online)
  }, [queue, draftId])
  const tasks = useSyncExternalStore(queue.subscribe, queue.tasks)
  return {
    tasks,
    add: (material, files) => {
      const added = files.map((file) => ({
        uploadId: uuidv7(),
        draftId,
        material,
        name: file.name,
        type: file.type,
        file,
      }))
      for (const file of added) void keepFile(file)
      queue.add(added)
    },
    pause: queue.pause,
    resume: queue.resume,
    remove: async (uploadId) => {
      queue.remove(uploadId)
      await call(DELETE_UPLOAD, { params: { draftId, uploadId } }).catch(() => undefined)
      await onChange()
    },
  }
}
