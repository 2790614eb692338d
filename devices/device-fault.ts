import { DEVICE_FAULTS, type DeviceFaultCode } from '../contract/device-faults.ts'

/** A driver's refusal. Anything else that a driver throws is `device-failed`, told without its own words. */
export class DeviceFault extends Error {
  override readonly name = 'DeviceFault'
  readonly code: DeviceFaultCode
  readonly sentence: string

  constructor(code: DeviceFaultCode, sentence: string = DEVICE_FAULTS[code]) {
    super(code)
    this.code = code
    this.sentence = sentence
  }
}
