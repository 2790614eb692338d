import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startBridge, type Bridge } from '../bridge-server.ts'
import { openDeviceDesk, type Patience } from '../device-desk.ts'
import { DRIVER_TOOLS } from '../driver-tools.ts'
import { openPairing, type Pairing } from '../pairing.ts'
import { openSimulators } from '../simulators/open-simulators.ts'
import { openSimulation, type Simulation } from '../simulators/simulation.ts'

export type SimulatedBridge = Bridge & {
  readonly simulation: Simulation
  readonly pairing: Pairing
  readonly folder: string
  readonly said: readonly string[]
}

export const ORIGIN = 'https://zw.example.gov.cn'

/** The device program with every device simulated, on a port of its own. */
export async function startSimulatedBridge(
  options: { readonly patience?: Patience; readonly port?: number; readonly folder?: string } = {},
): Promise<SimulatedBridge> {
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'yichuang-devices-'))
  const simulation = openSimulation()
  const said: string[] = []
  const drivers = openSimulators(folder, simulation, DRIVER_TOOLS, (line) => said.push(line))
  const pairing = openPairing(folder)
  const bridge = await startBridge({
    port: options.port ?? 0,
    origins: [ORIGIN],
    program: '设备程序',
    desk: openDeviceDesk(drivers, options.patience ? { patience: options.patience } : {}),
    pairing,
  })
  const close = async () => {
    await bridge.close()
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
  }
  return { port: bridge.port, close, simulation, pairing, folder, said }
}
