import type { OpenDriver } from '../device-driver.ts'
import { printCommandDriver } from './print-command.ts'

/** Overprints a blank: the offsets of each stand in the settings. */
export const openDriver: OpenDriver = (settings, tools) =>
  printCommandDriver('certificate-printer', settings, tools)
