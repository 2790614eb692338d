import { type ApplicationView } from '../../../contract/application-view.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { MaterialFileLink } from '../../ui/material-file-link.tsx'
import type { Upload } from './use-upload.ts'

type Material = ApplicationView['materials'][number]

/** What was handed in for one material, and the button that adds a file. */
export function MaterialFiles(props: {
  applicationId: string
  material: Material
  upload: Upload | null
}) {
  const { material, upload, applicationId } = props
  const sending = upload?.sending === material.number
  return (
    <>
      {material.files.map((file) => (
        <MaterialFileLink
          key={file.fileId}
          applicationId={applicationId}
          file={file}
          className="ell"
        />
      ))}
      {upload && (
        <label className="add">
          <input
            type="file"
            accept=".pdf,.jpg,.jpeg,.png"
            aria-label={`上传第 ${material.number} 项 ${material.name}`}
            disabled={upload.sending !== undefined}
            onChange={(event) => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file) upload.send(material.number, file)
            }}
          />
          {sending ? '正在上传…' : '上传'}
        </label>
      )}
      {upload?.problem?.number === material.number && (
        <ProblemNote problem={upload.problem.problem} />
      )}
    </>
  )
}
