import { useCallback, useEffect, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { dropFile, keepFile, keptFilesOf, type KeptFile } from '../../offline/kept-files.ts'

export type BundleFiles = {
  readonly files: readonly KeptFile[]
  /** False until the device has said what it keeps. */
  readonly isRead: boolean
  readonly add: (material: number, files: readonly File[]) => void
  readonly remove: (fileId: string) => void
  /** All have arrived: the device need not keep them any more. */
  readonly clear: () => void
}

/** Files chosen for a bundle: on this device until the case has its applications, also over a reload. */
export function useBundleFiles(filesId: string): BundleFiles {
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const [isRead, setIsRead] = useState(false)
  useEffect(() => {
    let gone = false
    void keptFilesOf(filesId).then((kept) => {
      if (gone) return
      setFiles(kept)
      setIsRead(true)
    })
    return () => {
      gone = true
    }
  }, [filesId])
  const add = useCallback(
    (material: number, chosen: readonly File[]) => {
      const kept = chosen.map((file) => ({
        uploadId: uuidv7(),
        draftId: filesId,
        material,
        name: file.name,
        type: file.type,
        file,
      }))
      for (const file of kept) void keepFile(file)
      setFiles((before) => [...before, ...kept])
    },
    [filesId],
  )
  const remove = useCallback((fileId: string) => {
    void dropFile(fileId)
    setFiles((before) => before.filter(({ uploadId }) => uploadId !== fileId))
  }, [])
  const clear = useCallback(() => {
    setFiles((before) => {
      for (const { uploadId } of before) void dropFile(uploadId)
      return []
    })
  }, [])
  return { files, isRead, add, remove, clear }
}
