import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { materialsFor } from '../../../../domain/catalogue/materials-for.ts'
import { writeOffline } from '../../../api/offline/offline-place.ts'
import { guideQuery, meQuery } from '../../../api/queries.ts'
import { longMinute } from '../../../ui/dates.ts'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'
import { CameraCapture } from '../camera-capture.tsx'
import { materialFileFault } from '../material-file-fault.ts'
import { WindowFooter } from '../window-footer.tsx'
import type { OwnIntake } from './own-intakes.ts'
import { printReceipt } from './print-receipt.ts'

const WAITS = '须连上服务器后办理：受理、告知和不予受理是法定行为，要由服务器核对、编号和签章'

/** What was received without the server: its number, its photographs, its receipt. Everything else waits. */
export function OfflineCase({ own, onNext }: { own: OwnIntake; onNext: () => void }) {
  const { intake } = own
  const { application, reserved, takenAt } = intake
  const me = useQuery(meQuery()).data
  const guide = useQuery(guideQuery(application.itemId)).data
  const print = () => {
    const materials = guide ? materialsFor(guide, application.situation ?? {}) : []
    printReceipt({
      intake,
      itemName: guide?.item.name ?? application.itemId,
      materials: materials.map(({ number, name }) => ({
        name,
        state: application.materials[String(number)] ?? 'held',
      })),
      clerk: me?.name ?? '',
      window: me?.window ?? null,
    })
    void writeOffline({
      entry: {
        kind: 'receipt-printed',
        entryId: uuidv7(),
        intakeId: intake.entryId,
        number: reserved?.number ?? '',
      },
    })
  }
  useHotkeys({ 'Ctrl+P': print })
  return (
    <>
      <section className="case" aria-label="申请">
        <h1 className="offline-number">{reserved?.number ?? '编号待系统恢复后编定'}</h1>
        <dl className="offline-facts">
          <dt>事项</dt>
          <dd>{guide?.item.name ?? application.itemId}</dd>
          <dt>申请人</dt>
          <dd>{application.applicant.name}</dd>
          <dt>收件时间</dt>
          <dd>{longMinute(takenAt)}</dd>
        </dl>
        <p className="told">
          已记入本机的离线日志（加密）。系统恢复后自动归并，收件时间按上面的实际时间，法定期限从收件之日起算。
        </p>
        <button type="button" className="btn big primary" onClick={print}>
          打印离线收件凭证
        </button>
      </section>
      <OfflineMaterials own={own} />
      <WindowFooter
        title="离线收件"
        hint={WAITS}
        acts={[
          { label: '下一位', hotkey: 'F2', primary: true, reason: null, onAct: onNext },
          { label: '受理', hotkey: 'F8', reason: WAITS },
          { label: '一次性告知', hotkey: 'F9', reason: WAITS },
          { label: '不予受理', hotkey: 'F10', reason: WAITS },
        ]}
      />
    </>
  )
}

function OfflineMaterials({ own: { intake, files } }: { own: OwnIntake }) {
  const { application, entryId } = intake
  const guide = useQuery(guideQuery(application.itemId)).data
  const [current, setCurrent] = useState<number>()
  const [fault, setFault] = useState('')
  const materials = guide ? materialsFor(guide, application.situation ?? {}) : []
  const keep = async (material: number, file: File) => {
    const refused = materialFileFault(file)
    setFault(refused ?? '')
    if (refused !== null) return
    const { applicationId } = application
    const { name, type: mediaType } = file
    await writeOffline({
      entry: {
        kind: 'file',
        entryId: uuidv7(),
        intakeId: entryId,
        applicationId,
        material,
        name,
        mediaType,
      },
      file: new Uint8Array(await file.arrayBuffer()),
    }).catch(() => setFault('没有存下这份文件，磁盘可能已满。请先导出离线日志。'))
  }
  return (
    <section className="standard" aria-label="材料">
      <ol className="offline-materials">
        {materials.map(({ number, name }) => (
          <li key={number} className={number === current ? 'on' : ''}>
            <span>
              {number}. {name}
            </span>
            <span className="sec small">
              {files.filter(({ material }) => material === number).length} 份
            </span>
            <label className="add">
              <input
                type="file"
                accept=".pdf,.jpg,.jpeg,.png"
                aria-label={`存入第 ${number} 项 ${name}`}
                onFocus={() => setCurrent(number)}
                onChange={(event) => {
                  const file = event.target.files?.[0]
                  event.target.value = ''
                  if (file) void keep(number, file)
                }}
              />
              存入
            </label>
          </li>
        ))}
      </ol>
      {fault !== '' && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <CameraCapture
        current={current ?? materials[0]?.number}
        onFile={(file) => void keep(current ?? materials[0]?.number ?? 1, file)}
      />
    </section>
  )
}
