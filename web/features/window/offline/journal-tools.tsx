import { useState } from 'react'
import type { KeptJournal } from '../../../api/offline/kept-journals.ts'
import { exportJournals, importJournal, type Imported } from '../../../api/offline/journal-file.ts'
import { forgetDamaged, mergeNow, withOfflineDatabase } from '../../../api/offline/offline-place.ts'
import { longMinute } from '../../../ui/dates.ts'

const REFUSED = {
  'not-a-journal': '这不是离线日志文件，或者文件开头已经损坏。',
  'of-another-person': '这份离线日志由另一位人员记录，只能由本人导入。',
  'no-key': '这台电脑没有打开这份日志的密钥，请联网登录后再导入。',
} as const

/** The journal as a file: for a machine that does not come back, to one where the same person signs on. */
export function JournalTools({ damaged }: { damaged: readonly KeptJournal[] }) {
  const [told, setTold] = useState('')
  return (
    <div className="journal-tools">
      {damaged.map(({ journalId, head, lost }) => (
        <p key={journalId} role="alert">
          {longMinute(head.begunAt)}开始的离线日志有 {lost}{' '}
          条损坏，无法恢复；其余已经归并。请对照已经发出的凭证核对。
          <button type="button" className="link" onClick={() => void forgetDamaged(journalId)}>
            已经核对
          </button>
        </p>
      ))}
      <button type="button" className="btn" onClick={() => void saveJournals().then(setTold)}>
        导出离线日志
      </button>
      <label className="btn">
        导入离线日志
        <input
          type="file"
          accept=".ycj"
          aria-label="导入离线日志"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void readJournal(file).then(setTold)
          }}
        />
      </label>
      <span role="status">{told}</span>
    </div>
  )
}

async function saveJournals(): Promise<string> {
  const files = await withOfflineDatabase(exportJournals)
  for (const { name, bytes } of files) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
  return files.length === 0
    ? '这台电脑上没有待归并的离线日志。'
    : `已导出 ${files.length} 份（加密，只有本人能打开）。`
}

async function readJournal(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const imported: Imported = await withOfflineDatabase((db, ownerId) =>
    importJournal(db, ownerId, bytes),
  )
  if (!imported.ok) return REFUSED[imported.why]
  await mergeNow()
  const { entries, lost } = imported
  return lost === 0
    ? `已导入 ${entries} 条。`
    : `已导入完整的 ${entries} 条；文件不完整，${lost} 条无法恢复，请对照已经发出的凭证核对。`
}
