import type { ApplicationView } from '../../contract/application-view.ts'
import { readMaterial } from '../../contract/applications.ts'
import { addressOf } from '../api/call.ts'
import { sizeWords } from './size-words.ts'

type MaterialFile = ApplicationView['materials'][number]['files'][number]
type Handling = MaterialFile['handling']

const HANDLING_NAME: Readonly<Record<Handling, string>> = {
  show: '',
  'save-only': '仅供下载',
  waiting: '待查杀',
  infected: '有病毒',
}
/** What a person is told instead of the file. */
export const HANDLING_REMEDY: Readonly<Record<Handling, string>> = {
  show: '',
  'save-only': '这份文件带有附件或者加了密，不在页面内显示。请下载后查看。',
  waiting: '这份文件正在等待病毒查杀，通过后自动可以打开，不影响继续办理。',
  infected: '这份文件查出病毒，已经隔离，不能打开。请申请人重新提供这项材料。',
}

export function canBeOpened({ handling }: Pick<MaterialFile, 'handling'>): boolean {
  return handling === 'show' || handling === 'save-only'
}

/** Nothing for a file that is simply shown. */
export function HandlingTag({ file }: { file: Pick<MaterialFile, 'handling'> }) {
  if (file.handling === 'show') return null
  return (
    <span
      className={`tag ${file.handling === 'infected' ? 'red' : 'amber'}`}
      title={HANDLING_REMEDY[file.handling]}
    >
      {HANDLING_NAME[file.handling]}
    </span>
  )
}

/** A file that was handed in: opened in a tab of its own, or named with the reason why it cannot be. */
export function MaterialFileLink(props: {
  applicationId: string
  file: MaterialFile
  className?: string
}) {
  const { applicationId, file, className } = props
  const words = `${file.name}（${sizeWords(file.size)}）`
  return (
    <>
      {canBeOpened(file) ? (
        <a
          className={className}
          href={addressOf(readMaterial.path, { applicationId, fileId: file.fileId }, {})}
          target="_blank"
          rel="noreferrer"
          title={`${file.name} · SHA-256 ${file.sha256}`}
        >
          {words}
        </a>
      ) : (
        <span className={className} title={HANDLING_REMEDY[file.handling]}>
          {words}
        </span>
      )}
      <HandlingTag file={file} />
    </>
  )
}
