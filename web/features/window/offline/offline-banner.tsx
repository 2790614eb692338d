import { useOffline } from '../../../api/offline/use-offline.ts'
import { JournalTools } from './journal-tools.tsx'
import { WorkOffList } from './work-off-list.tsx'

/** What the window is told of the line, and of what is on its way: a strip above the three columns, or nothing. */
export function OfflineBanner(props: { open: boolean; onOpen: (open: boolean) => void }) {
  const offline = useOffline()
  const { line, ready, entries, damaged, merging, problem, toWorkOff } = offline
  const { open, onOpen } = props
  const waiting = entries.filter(({ ack }) => ack === undefined).length
  const isQuiet = line === 'up' && waiting === 0 && toWorkOff.length === 0 && damaged.length === 0
  if (isQuiet && !open) return null
  return (
    <div className={`offline-strip ${line}`} role="status">
      <b>{line === 'down' ? '离线收件中' : merging !== null ? '正在归并离线记录' : '离线记录'}</b>
      <span>{wordsFor()}</span>
      <button type="button" className="link" onClick={() => onOpen(!open)}>
        {open ? '收起' : '查看'}
      </button>
      {open && (
        <div className="offline-sheet">
          <WorkOffList rows={toWorkOff} />
          <JournalTools damaged={damaged} />
        </div>
      )}
    </div>
  )

  function wordsFor(): string {
    if (line === 'down')
      return ready
        ? `服务器连不上。可以照常收件、拍材料、打印离线收件凭证，恢复后自动归并。受理、决定、盖章须等恢复。本机待归并 ${waiting} 条。`
        : '服务器连不上，这台电脑没有预留编号和密钥，请改用其他窗口或者纸质收件。'
    if (problem !== null && waiting > 0)
      return `还有 ${waiting} 条没有归并：${problem.detail}系统会自动再试。`
    if (waiting > 0) return `还有 ${merging ?? waiting} 条，请不要关闭本页。`
    if (toWorkOff.length > 0) return `已归并，有 ${toWorkOff.length} 条需要您处理。`
    if (damaged.length > 0) return '有离线记录损坏，请查看。'
    return '本机没有待归并的离线记录。从别的电脑导出的日志，在这里由本人导入。'
  }
}
