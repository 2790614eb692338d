import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { DEVICE_PORT, DEVICE_PROTOCOL, deviceProtocolSchema } from '../contract/device-bridge.ts'
import { DEVICE_KINDS } from '../contract/device-kinds.ts'
import { startBridge } from './bridge-server.ts'
import { openDeviceDesk } from './device-desk.ts'
import type { DeviceDriver } from './device-driver.ts'
import { readDeviceSettings, SIMULATED_ORIGINS, type DeviceSettings } from './device-settings.ts'
import { DRIVER_TOOLS } from './driver-tools.ts'
import { openDrivers } from './open-drivers.ts'
import { openPairing } from './pairing.ts'
import { openSimulators } from './simulators/open-simulators.ts'
import { openSimulation } from './simulators/simulation.ts'

const { values } = parseArgs({
  options: {
    /** All devices simulated; what devices.json names besides is real. */
    simulate: { type: 'boolean', default: false },
    settings: { type: 'string' },
    /** Where pairings, keys and simulated prints are kept. */
    folder: { type: 'string', default: path.join(os.homedir(), '.yichuang-devices') },
    /** Only for trying: pages look for the published port. */
    port: { type: 'string', default: String(DEVICE_PORT) },
    /** Writes the protocol as JSON Schema and ends. */
    protocol: { type: 'string' },
  },
})

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

async function openAll(settings: DeviceSettings | null, folder: string) {
  const simulation = openSimulation()
  const real =
    settings === null
      ? []
      : await openDrivers(settings, path.dirname(values.settings ?? ''), DRIVER_TOOLS)
  const simulated = values.simulate ? openSimulators(folder, simulation, DRIVER_TOOLS, say) : []
  const drivers: DeviceDriver[] = [
    ...real,
    ...simulated.filter(({ device }) => !real.some((one) => one.device === device)),
  ]
  return { drivers, simulation }
}

async function main(): Promise<void> {
  if (values.protocol !== undefined) {
    writeFileSync(values.protocol, `${JSON.stringify(deviceProtocolSchema(), null, 2)}\n`)
    return
  }
  if (values.settings === undefined && !values.simulate)
    fail(
      '请用 --settings 指定 devices.json，或者用 --simulate 模拟全部设备。 / --settings or --simulate',
    )
  const settings = values.settings === undefined ? null : readDeviceSettings(values.settings)
  const folder = path.resolve(values.folder)
  const { drivers, simulation } = await openAll(settings, folder)
  const desk = openDeviceDesk(drivers, {
    // The kind of fault only: what a device answered may be somebody's identity.
    onTrouble: (device, error) =>
      say(`${DEVICE_KINDS[device].name}：${error instanceof Error ? error.name : 'fault'}`),
  })
  const bridge = await startBridge({
    port: Number(values.port),
    origins: settings?.origins ?? SIMULATED_ORIGINS,
    program: `一窗设备程序 ${version()}`,
    desk,
    pairing: openPairing(folder, { onCode: (code) => say(`配对码 / pairing code: ${code}`) }),
  }).catch((error: NodeJS.ErrnoException) =>
    fail(
      error.code === 'EADDRINUSE'
        ? `端口 ${values.port} 已被占用，设备程序可能已经在运行。 / port in use`
        : `启动失败 / could not start: ${error.message}`,
    ),
  )
  say(
    `设备程序已启动，协议 ${DEVICE_PROTOCOL}，设备 ${drivers.length} 种：ws://127.0.0.1:${bridge.port}；配对码也在 http://127.0.0.1:${bridge.port}/`,
  )
  const stop = () => void bridge.close().then(() => process.exit(0))
  process.on('SIGINT', stop).on('SIGTERM', stop)
  if (drivers.some(({ device }) => device === 'ticket-printer')) await openFonts()
  if (!values.simulate) return
  createInterface({ input: process.stdin }).on('line', (line) => {
    say(
      simulation.command(line)
        ? `模拟：${line}`
        : 'scan 编号 | card in|out | rate 1-5 | jam|unjam|shut 格口 | trouble 设备 slow|garbage|off|none',
    )
  })
}

/** Before anybody waits for a ticket: on an old machine the fonts alone take seconds. */
async function openFonts(): Promise<void> {
  const line = { text: 'A000', size: 'normal', align: 'left', bold: false }
  await DRIVER_TOOLS.ticketBytes({ lines: [line], qr: null, cut: false }, 384)
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url)
  try {
    const { version: number } = JSON.parse(readFileSync(file, 'utf8')) as { version?: string }
    return number ?? ''
  } catch {
    return ''
  }
}

await main().catch((error: unknown) =>
  fail(`启动失败 / could not start: ${error instanceof Error ? error.message : String(error)}`),
)
