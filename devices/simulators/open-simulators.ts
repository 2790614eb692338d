import path from 'node:path'
import type { DeviceDriver, DriverTools } from '../device-driver.ts'
import { simulatedCamera } from './simulated-camera.ts'
import { simulatedIdReader } from './simulated-id-reader.ts'
import { simulatedPad } from './simulated-pad.ts'
import { simulatedPrinters } from './simulated-printers.ts'
import { simulatedSmallDevices } from './simulated-small-devices.ts'
import { withTroubles, type Simulation } from './simulation.ts'

/** One of every kind. `folder` keeps the reader's key and what was printed. */
export function openSimulators(
  folder: string,
  simulation: Simulation,
  tools: DriverTools,
  say: (line: string) => void,
): DeviceDriver[] {
  return [
    simulatedIdReader(folder, simulation, tools),
    simulatedCamera(),
    simulatedPad(),
    ...simulatedPrinters(path.join(folder, 'printed'), tools),
    ...simulatedSmallDevices(simulation, tools, say),
  ].map((driver) => withTroubles(driver, simulation, () => tools.fault('device-absent')))
}
