import { EventEmitter, once } from 'node:events'
import type { DeviceKind } from '../../contract/device-kinds.ts'
import type { DeviceDriver } from '../device-driver.ts'

/** What a device may suffer from: never answers, answers rubbish, is not there. */
export type Trouble = 'slow' | 'garbage' | 'off'

/** What stands for people and things around the simulated devices. */
export type Simulation = {
  /** `scan 513200-…`, `jam 3`, `unjam 3`, `shut 3`, `card in`, `card out`, `rate 4`, `trouble id-reader slow`, `trouble id-reader none`. */
  readonly command: (line: string) => boolean
  readonly onScan: (tell: (code: string) => void) => () => void
  readonly onCard: (tell: (isIn: boolean) => void) => () => void
  readonly isCardIn: () => boolean
  /** Doors that somebody shuts. */
  readonly onShut: (tell: (box: number) => void) => () => void
  readonly isJammed: (box: number) => boolean
  /** Resolves when somebody presses. */
  readonly pressed: (signal: AbortSignal) => Promise<number>
  readonly troubleOf: (device: DeviceKind) => Trouble | undefined
}

export function openSimulation(): Simulation {
  const happenings = new EventEmitter()
  const troubles = new Map<string, Trouble>()
  let cardIn = true
  const jammed = new Set<number>()
  const on = <Value>(name: string, tell: (value: Value) => void) => {
    happenings.on(name, tell)
    return () => void happenings.off(name, tell)
  }
  const acts: Readonly<Record<string, (first: string, second: string) => boolean>> = {
    scan: (code) => code !== '' && happenings.emit('scan', code),
    card: (where) => {
      if (where !== 'in' && where !== 'out') return false
      cardIn = where === 'in'
      return happenings.emit('card', cardIn)
    },
    jam: (box) => /^\d{1,3}$/.test(box) && jammed.add(Number(box)).has(Number(box)),
    unjam: (box) => jammed.delete(Number(box)),
    shut: (box) => /^\d{1,3}$/.test(box) && happenings.emit('shut', Number(box)),
    rate: (grade) => /^[1-5]$/.test(grade) && happenings.emit('rate', Number(grade)),
    trouble: (device, what) => {
      if (what === 'slow' || what === 'garbage' || what === 'off') troubles.set(device, what)
      else troubles.delete(device)
      return true
    },
  }
  return {
    command: (line) => {
      const [word = '', first = '', second = ''] = line.trim().split(/\s+/)
      return acts[word]?.(first, second) ?? false
    },
    onScan: (tell) => on('scan', tell),
    onCard: (tell) => on('card', tell),
    isCardIn: () => cardIn,
    onShut: (tell) => on('shut', tell),
    isJammed: (box) => jammed.has(box),
    pressed: async (signal) => {
      const [grade] = (await once(happenings, 'rate', { signal })) as [number]
      return grade
    },
    troubleOf: (device) => troubles.get(device),
  }
}

/** The same device with what it suffers from at the moment. */
export function withTroubles(
  driver: DeviceDriver,
  { troubleOf }: Pick<Simulation, 'troubleOf'>,
  fault: () => Error,
): DeviceDriver {
  const operations = Object.entries(driver.operations).map(([name, act]) => {
    const suffering: typeof act = async (input, context) => {
      const trouble = troubleOf(driver.device)
      if (trouble === 'off') throw fault()
      if (trouble === 'garbage') return { rubbish: '\u0000\uFFFD' }
      if (trouble === 'slow') return await new Promise(() => undefined)
      return await act(input, context)
    }
    return [name, suffering] as const
  })
  return { ...driver, operations: Object.fromEntries(operations) }
}
