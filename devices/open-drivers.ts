import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DeviceDriver, DriverTools, OpenDriver } from './device-driver.ts'
import type { DeviceSettings } from './device-settings.ts'
import { openDriver as certificatePrinterCommand } from './drivers/certificate-printer-command.ts'
import { openDriver as idReaderReadcard } from './drivers/id-reader-readcard.ts'
import { openDriver as idReaderReadmsg } from './drivers/id-reader-readmsg.ts'
import { openDriver as pagePrinterCommand } from './drivers/page-printer-command.ts'
import { openDriver as ticketPrinterFile } from './drivers/ticket-printer-file.ts'
import { openDriver as ticketPrinterTcp } from './drivers/ticket-printer-tcp.ts'

/** Drivers that come with the program, by the name of their file. */
const OWN_DRIVERS: Readonly<Record<string, OpenDriver>> = {
  'certificate-printer-command': certificatePrinterCommand,
  'id-reader-readcard': idReaderReadcard,
  'id-reader-readmsg': idReaderReadmsg,
  'page-printer-command': pagePrinterCommand,
  'ticket-printer-file': ticketPrinterFile,
  'ticket-printer-tcp': ticketPrinterTcp,
}

/** Opens every driver of the settings; `folder` is where devices.json lies. One driver a kind of device. */
export async function openDrivers(
  { devices }: DeviceSettings,
  folder: string,
  tools: DriverTools,
): Promise<DeviceDriver[]> {
  const drivers: DeviceDriver[] = []
  for (const { driver: name, settings } of devices) {
    const open = OWN_DRIVERS[name] ?? (await fromFile(path.resolve(folder, name), name))
    const driver = await open(settings, tools)
    if (drivers.some(({ device }) => device === driver.device))
      throw new Error(`devices.json names two drivers for ${driver.device}`)
    drivers.push(driver)
  }
  return drivers
}

async function fromFile(file: string, name: string): Promise<OpenDriver> {
  const loaded: unknown = await import(pathToFileURL(file).href)
  const open: unknown =
    typeof loaded === 'object' && loaded !== null && Reflect.get(loaded, 'openDriver')
  if (typeof open !== 'function') throw new Error(`${name} does not export openDriver`)
  return open as OpenDriver
}
