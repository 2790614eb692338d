import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { readMaterial } from '../../../contract/applications.ts'
import { addressOf } from '../../api/call.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { canBeOpened, HANDLING_REMEDY, HandlingTag } from '../../ui/material-file-link.tsx'
import { MATERIAL_STATE_NAME } from '../../ui/material-words.ts'
import { sizeWords } from '../../ui/size-words.ts'
import { IssuedPages } from './issued-pages.tsx'
import { papersOf, type Paper } from './papers.ts'

/** What was handed in and what was made, page by page. */
export function WorkPapers({ application }: { application: ApplicationView }) {
  const papers = papersOf(application)
  const [chosen, setChosen] = useState<string>()
  const at = Math.max(
    papers.findIndex(({ key }) => key === chosen),
    0,
  )
  const paper = papers[at]
  const move = (by: number) => setChosen(papers[at + by]?.key ?? paper?.key)
  useHotkeys({ '[': () => move(-1), ']': () => move(1) })
  return (
    <section className="papers" aria-label="材料与文书">
      <ul role="tablist" aria-orientation="vertical" aria-label="材料与文书">
        {papers.map(({ key, short, name, files }) => (
          <li key={key}>
            <button
              type="button"
              role="tab"
              aria-selected={key === paper?.key}
              title={name}
              onClick={() => setChosen(key)}
            >
              <span>{short}</span>
              {files > 0 && <i>{files}</i>}
            </button>
          </li>
        ))}
      </ul>
      {paper && (
        <div className="sheet" role="tabpanel" aria-label={paper.name}>
          <PaperView key={paper.key} application={application} paper={paper} />
        </div>
      )}
    </section>
  )
}

function PaperView({ application, paper }: { application: ApplicationView; paper: Paper }) {
  return paper.kind === 'material' ? (
    <MaterialView application={application} number={paper.number} />
  ) : (
    <IssuedPages paper={paper} />
  )
}

function MaterialView({ application, number }: { application: ApplicationView; number: number }) {
  const material = application.materials.find((one) => one.number === number)
  const [fileId, setFileId] = useState(material?.files[0]?.fileId)
  if (material === undefined) return null
  const file = material.files.find((one) => one.fileId === fileId) ?? material.files[0]
  const address =
    file && canBeOpened(file)
      ? addressOf(
          readMaterial.path,
          { applicationId: application.applicationId, fileId: file.fileId },
          {},
        )
      : undefined
  return (
    <>
      <div className="bar">
        <b>
          {number}. {material.name}
        </b>
        <span className="tag">{MATERIAL_STATE_NAME[material.state]}</span>
        <span className="files">
          {material.files.map((one) => (
            <button
              key={one.fileId}
              type="button"
              className={one === file ? 'link on' : 'link'}
              onClick={() => setFileId(one.fileId)}
            >
              {one.name}（{sizeWords(one.size)}）
              <HandlingTag file={one} />
            </button>
          ))}
        </span>
        {address && (
          <a href={address} target="_blank" rel="noreferrer">
            单独打开
          </a>
        )}
      </div>
      {file ? (
        <FileShown file={file} address={address} />
      ) : (
        <dl className="no-file">
          <dt>电子件</dt>
          <dd>窗口没有上传本项的电子件，纸质材料由综合窗口核验并移交。</dd>
          <dt>要求</dt>
          <dd>{material.standard || '办事指南没有另行规定'}</dd>
          <dt>依据</dt>
          <dd>{material.basis}</dd>
        </dl>
      )}
    </>
  )
}

type MaterialFile = ApplicationView['materials'][number]['files'][number]

function FileShown({ file, address }: { file: MaterialFile; address: string | undefined }) {
  if (!address || file.handling === 'save-only')
    return (
      <p className="no-file" role="status">
        {HANDLING_REMEDY[file.handling]}
      </p>
    )
  return file.mediaType === 'application/pdf' ? (
    <iframe title={file.name} src={address} />
  ) : (
    <div className="picture">
      <img alt={file.name} src={address} />
    </div>
  )
}
