import type { DeviceFaultCode } from '../contract/device-faults.ts'
import type { DeviceKind } from '../contract/device-kinds.ts'

/** What a driver is given with each request. */
export type DriverContext = {
  /** Ends when the page gave up or the time is over: stop waiting, leave the device ready. */
  readonly signal: AbortSignal
  /** The device answers and now waits for a person: from here on minutes, not seconds. */
  readonly waiting: () => void
}

/** A device of this workstation. Inputs are checked before, outputs after: see contract/device-kinds.ts for both. */
export type DeviceDriver = {
  readonly device: DeviceKind
  /** Shown beside the device's kind: make and model. */
  readonly name: string
  readonly simulated?: boolean
  readonly operations: Readonly<
    Record<string, (input: never, context: DriverContext) => Promise<unknown>>
  >
  /** Begins to tell events; answers how to stop. Called once. */
  readonly start?: (tell: (event: string, detail: unknown) => void) => () => void
}

/** What every driver file may use without importing anything of this program. */
export type DriverTools = {
  /** `throw tools.fault('no-paper')`: a code of contract/device-faults.ts; another sentence where it is better known. */
  readonly fault: (code: DeviceFaultCode, sentence?: string) => Error
  /** A ticket's lines as ESC/POS bytes for a paper of so many dots. */
  readonly ticketBytes: (ticket: unknown, dots: number) => Promise<Uint8Array>
  /** The same PDF with everything moved: to the right and down, in millimetres. */
  readonly movedPdf: (pdf: Uint8Array, right: number, down: number) => Promise<Uint8Array>
}

/** A driver file exports `openDriver`. `settings` is what stands for it in devices.json. */
export type OpenDriver = (
  settings: Readonly<Record<string, unknown>>,
  tools: DriverTools,
) => DeviceDriver | Promise<DeviceDriver>
