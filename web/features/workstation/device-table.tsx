import { useState } from 'react'
import type { DeviceListing } from '../../../contract/device-bridge.ts'
import { DEVICE_KINDS, type DeviceKind } from '../../../contract/device-kinds.ts'
import type { DeviceBridge } from '../../api/devices/device-bridge.ts'
import { useDeviceEvent } from '../../api/devices/use-device-bridge.ts'
import { Lamp, type Light } from '../../ui/lamp.tsx'

type Tested = { readonly light: Light; readonly sentence: string }
type Results = Partial<Record<DeviceKind, Tested>>

/** Every device with its self-test. The scan gun tests itself by what it scans. */
export function DeviceTable(props: { bridge: DeviceBridge; devices: readonly DeviceListing[] }) {
  const { bridge, devices } = props
  const [results, setResults] = useState<Results>({})
  const told = (device: DeviceKind, tested: Tested) =>
    setResults((before) => ({ ...before, [device]: tested }))
  const test = async (device: DeviceKind) => {
    told(device, { light: 'none', sentence: '正在自检…' })
    const answer = await bridge.request(device, 'self-test', {})
    if (!answer.ok) return told(device, { light: 'red', sentence: answer.sentence })
    const { passed, sentence } = answer.value
    return told(device, { light: passed ? 'green' : 'red', sentence })
  }
  useDeviceEvent('scan-gun', 'scanned', ({ code }) =>
    told('scan-gun', { light: 'green', sentence: `扫到：${code}` }),
  )
  return (
    <section className="panel" aria-label="设备">
      <div className="ph">
        <h2 className="h">设备 {devices.length} 种</h2>
        <button
          type="button"
          className="btn x"
          onClick={() => devices.forEach(({ device }) => void test(device))}
        >
          全部自检
        </button>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">设备</th>
            <th scope="col">型号</th>
            <th scope="col">自检结果</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {devices.map(({ device, name, simulated }) => {
            const result = results[device]
            return (
              <tr key={device}>
                <th scope="row">{DEVICE_KINDS[device].name}</th>
                <td>
                  {name} {simulated && <span className="tag amber">模拟</span>}
                </td>
                <td role="status" aria-label={`${DEVICE_KINDS[device].name}自检结果`}>
                  {result ? (
                    <Lamp light={result.light}>{result.sentence}</Lamp>
                  ) : (
                    <span className="sec">还没有自检</span>
                  )}
                </td>
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-label={`自检${DEVICE_KINDS[device].name}`}
                    onClick={() => void test(device)}
                  >
                    自检
                  </button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
