import type { OpenDriver } from '../device-driver.ts'
import { printCommandDriver } from './print-command.ts'

export const openDriver: OpenDriver = (settings, tools) =>
  printCommandDriver('page-printer', settings, tools)
