import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** devices.json of one workstation: whose pages may connect, and which driver stands for which device. */
export const DeviceSettings = z.strictObject({
  /** `https://zw.example.gov.cn`; `http://localhost:*` for any port. */
  origins: z.array(z.string().regex(/^https?:\/\/[^/\s]+$/)).min(1),
  devices: z.array(
    z.strictObject({
      /** One of the program's own (`ticket-printer-tcp`), or a file beside devices.json (`./my-reader.mjs`). */
      driver: z.string().min(1),
      settings: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
})
export type DeviceSettings = z.output<typeof DeviceSettings>

/** For trying and for demonstrations: the product on this machine. */
export const SIMULATED_ORIGINS = ['http://localhost:*', 'http://127.0.0.1:*']

/** Throws with the place of the fault: the program says it and does not start. */
export function readDeviceSettings(file: string): DeviceSettings {
  const read = DeviceSettings.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  throw new Error(
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  )
}
