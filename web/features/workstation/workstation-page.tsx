import { useEffect } from 'react'
import { useDeviceBridge } from '../../api/devices/use-device-bridge.ts'
import type { BridgeState } from '../../api/devices/device-bridge.ts'
import { DEVICE_PORT } from '../../../contract/device-bridge.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp, type Light } from '../../ui/lamp.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { CounterEvaluatorForm } from './counter-evaluator-form.tsx'
import { DeviceTable } from './device-table.tsx'
import { PairingForm } from './pairing-form.tsx'
import './workstation.css'

const SAID: Readonly<Record<BridgeState, readonly [Light, string]>> = {
  off: ['none', '没有连接'],
  connecting: ['none', '正在寻找本机的设备程序…'],
  absent: ['amber', '没有找到设备程序'],
  unpaired: ['amber', '已找到设备程序，还没有配对'],
  ready: ['green', '已配对'],
}

/** The devices of this machine: pairing once, a self-test of each, and what to do when one does not answer. */
export function WorkstationPage() {
  const { bridge, view } = useDeviceBridge()
  const { state, devices, program, takenOver } = view
  useEffect(() => bridge.connect(), [bridge])
  const [light, words] = SAID[state]
  return (
    <StaffShell place="本机设备">
      <div className="workstation">
        <section className="panel" aria-label="设备程序">
          <div className="ph">
            <h1 className="h">设备程序</h1>
            <Lamp light={light}>{words}</Lamp>
            <span className="sec">{program}</span>
            <span className="x">
              {state === 'absent' && (
                <button type="button" className="btn" onClick={() => bridge.connect()}>
                  重新寻找
                </button>
              )}
              {state === 'ready' && (
                <button type="button" className="btn" onClick={() => bridge.forget()}>
                  取消配对
                </button>
              )}
            </span>
          </div>
          <div className="pb">
            {state === 'unpaired' && <PairingForm bridge={bridge} />}
            {state === 'absent' && (
              <p>
                请在本机启动设备程序（默认端口 {DEVICE_PORT}
                ）。没有设备程序时各项业务照常办理：证件信息手工录入，
                材料用“上传”，签名在屏幕上签，记录会如实注明。
              </p>
            )}
            {state === 'off' && (
              <button type="button" className="btn" onClick={() => bridge.connect()}>
                寻找设备程序
              </button>
            )}
            {takenOver && (
              <p role="status">
                另一个页面正在接收扫码和刷卡。
                <button type="button" className="btn" onClick={() => bridge.listen()}>
                  改由本页接收
                </button>
              </p>
            )}
            {state === 'ready' && (
              <p className="sec">
                读卡器未签名的读卡结果视同窗口录入；设备五秒内没有回应的，页面会提示改为手工办理，不影响收件。
              </p>
            )}
          </div>
        </section>
        {state === 'ready' &&
          (devices.length === 0 ? (
            <EmptyNote title="设备程序没有设备">
              请在设备程序的 devices.json 中添加设备后重新启动设备程序。
            </EmptyNote>
          ) : (
            <DeviceTable bridge={bridge} devices={devices} />
          ))}
        {devices.some(({ device }) => device === 'evaluator') && <CounterEvaluatorForm />}
      </div>
    </StaffShell>
  )
}
