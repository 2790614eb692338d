import { Link } from 'react-router'
import type { BridgeState } from '../../api/devices/device-bridge.ts'
import { useDeviceBridge } from '../../api/devices/use-device-bridge.ts'
import { Lamp, type Light } from '../../ui/lamp.tsx'

const SAID: Readonly<Record<BridgeState, readonly [Light, string]>> = {
  off: ['none', '设备未配对'],
  connecting: ['none', '正在连接设备'],
  absent: ['amber', '设备程序没有运行'],
  unpaired: ['amber', '设备未配对'],
  ready: ['green', '设备'],
}

/** How the devices of this workstation are, and the way to their page. */
export function DeviceLamp() {
  const { view } = useDeviceBridge()
  const [light, words] = SAID[view.state]
  return (
    <Link to="/window/workstation" className="device-lamp">
      <Lamp light={light}>
        {view.state === 'ready' ? `${words} ${view.devices.length}` : words}
      </Lamp>
    </Link>
  )
}
