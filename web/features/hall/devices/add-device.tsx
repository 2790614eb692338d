import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import {
  createHallDevice,
  DEVICE_KINDS,
  type HallDevice,
} from '../../../../contract/hall-devices.ts'
import { call } from '../../../api/call.ts'
import { hallConfigurationQuery } from '../../../api/hall-queries.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { clockOf } from '../../../ui/dates.ts'
import { useDeviceChange } from './use-device-change.ts'

type Kind = HallDevice['kind']

const KIND: Readonly<Record<Kind, { readonly name: string; readonly page: string }>> = {
  screen: { name: '大厅屏', page: '/hall/screen' },
  'window-screen': { name: '窗口屏', page: '/hall/window/' },
  kiosk: { name: '自助机', page: '/kiosk' },
  evaluator: { name: '评价器', page: '/hall/evaluator' },
}
const OF_A_WINDOW: readonly Kind[] = ['window-screen', 'evaluator']

/** Registers a device and shows its code, once. */
export function AddDevice({ onClose }: { onClose: () => void }) {
  const windows = useQuery(hallConfigurationQuery()).data?.configuration.windows ?? []
  const [deviceId] = useState(uuidv7)
  const [kind, setKind] = useState<Kind>('screen')
  const [name, setName] = useState('')
  const [windowId, setWindowId] = useState<number | null>(null)
  const isOfWindow = OF_A_WINDOW.includes(kind)
  const { run, busy, problem } = useDeviceChange(() =>
    call(createHallDevice, {
      body: { deviceId, kind, name: name.trim(), windowId: isOfWindow ? windowId : null },
    }),
  )
  const [made, setMade] = useState<Awaited<ReturnType<typeof run>>>(undefined)
  if (made !== undefined) return <CodeShown made={made} onClose={onClose} />
  return (
    <ConfirmDialog
      title="登记设备"
      confirmLabel="登记并显示配对码"
      ready={name.trim() !== '' && (!isOfWindow || windowId !== null)}
      busy={busy}
      problem={problem}
      onConfirm={() => void run(undefined).then(setMade)}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>种类</span>
          <select
            className="text"
            value={kind}
            onChange={(event) =>
              setKind(DEVICE_KINDS.find((one) => one === event.target.value) ?? kind)
            }
          >
            {DEVICE_KINDS.map((one) => (
              <option key={one} value={one}>
                {KIND[one].name}
              </option>
            ))}
          </select>
        </label>
        <label className="row">
          <span>名称</span>
          <input
            className="text"
            value={name}
            maxLength={40}
            placeholder="例如：一楼大厅东侧"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {isOfWindow && (
          <label className="row">
            <span>窗口</span>
            <select
              className="text"
              value={windowId ?? ''}
              onChange={(event) =>
                setWindowId(event.target.value === '' ? null : Number(event.target.value))
              }
            >
              <option value="">请选择</option>
              {windows.map((window) => (
                <option key={window.windowId} value={window.windowId}>
                  {window.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </ConfirmDialog>
  )
}

function CodeShown(props: {
  made: { readonly device: HallDevice; readonly pairingCode: string }
  onClose: () => void
}) {
  const { device, pairingCode } = props.made
  const { name, page } = KIND[device.kind]
  const address = `${window.location.origin}${page}${device.kind === 'window-screen' ? (device.windowId ?? '') : ''}`
  return (
    <ConfirmDialog title={`${name}“${device.name}”的配对码`} onClose={props.onClose}>
      <p className="pairing-code" aria-label="配对码">
        {pairingCode}
      </p>
      <p>
        在那台设备的浏览器打开 <b>{address}</b>，输入配对码。
      </p>
      <p className="sec">
        配对码只显示这一次，只能用一次
        {device.pairUntil === null ? '' : `，${clockOf(device.pairUntil)} 前有效`}
        。没来得及用的，注销后重新登记。
      </p>
    </ConfirmDialog>
  )
}
