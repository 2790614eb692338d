import { useQuery } from '@tanstack/react-query'
import { useOffline } from '../../../api/offline/use-offline.ts'
import { itemsQuery } from '../../../api/queries.ts'
import { shortMinute } from '../../../ui/dates.ts'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { OfflineCalls } from './offline-calls.tsx'
import { ownIntakes } from './own-intakes.ts'

/** Left, while the server is out of reach: what this window has received meanwhile. */
export function OfflineList(props: {
  openId: string | null
  onOpen: (applicationId: string | null) => void
}) {
  const { entries } = useOffline()
  const items = useQuery(itemsQuery()).data?.items ?? []
  const intakes = ownIntakes(entries)
  useHotkeys({ F2: () => props.onOpen(null) })
  return (
    <section className="today" aria-label="离线收件">
      <button type="button" className="btn primary fresh" onClick={() => props.onOpen(null)}>
        新收件 <Kbd>F2</Kbd>
      </button>
      <OfflineCalls />
      <div className="sub">
        <h2 className="h">离线收件</h2>
        <span className="count">{intakes.length}</span>
      </div>
      <ul aria-label="离线收件">
        {intakes.map(({ intake, files, ack }) => {
          const { application, reserved, entryId, takenAt } = intake
          const { applicationId, applicant, itemId } = application
          return (
            <li key={entryId} className={applicationId === props.openId ? 'on' : ''}>
              <button type="button" onClick={() => props.onOpen(applicationId)}>
                <span className="b ell">{applicant.name}</span>
                <span className="sec small">{ack === undefined ? '待归并' : '已归并'}</span>
                <span className="sec small ell">
                  {items.find((item) => item.itemId === itemId)?.name ?? itemId}
                </span>
                <span className="sec small">{shortMinute(takenAt)}</span>
                <span className="sec small offline-line">
                  {reserved?.number ?? '编号待定'} · 文件 {files.length} 份
                </span>
              </button>
            </li>
          )
        })}
        {intakes.length === 0 && <li className="none">断网以后还没有收件。</li>}
      </ul>
    </section>
  )
}
