import type { z } from 'zod'
import type { HallDevice } from '../../contract/hall-devices.ts'
import { call, type CallInput, type WireOperation } from './call.ts'
import { PAIR_DEVICE } from './hall-operations.ts'

/** As the contract has it (contract/tickets.ts), without its schemas. */
export const DEVICE_HEADER = 'x-hall-device'
/** Stays on the device when a kiosk is wiped. */
export const DEVICE_KEY = 'yichuang.hall-device'

export type KeptDevice = Pick<HallDevice, 'deviceId' | 'kind' | 'name' | 'windowId'> & {
  readonly token: string
}
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What this browser was paired as; undefined: nothing, or not that. */
export function keptDevice(
  kind: HallDevice['kind'],
  shelf: Shelf = localStorage,
): KeptDevice | undefined {
  try {
    const kept = JSON.parse(shelf.getItem(DEVICE_KEY) ?? 'null') as KeptDevice | null
    return kept?.kind === kind && typeof kept.token === 'string' ? kept : undefined
  } catch {
    return undefined
  }
}

export function forgetDevice(shelf: Shelf = localStorage): void {
  shelf.removeItem(DEVICE_KEY)
}

/** By the code that the hall manager reads out. Kept only when it is the kind of place that asks. Throws ApiProblem. */
export async function pairDevice(
  code: string,
  kind: HallDevice['kind'],
  shelf: Shelf = localStorage,
): Promise<KeptDevice | HallDevice['kind']> {
  const { device, token } = await call(PAIR_DEVICE, { body: { code } })
  const { deviceId, name, windowId } = device
  const kept = { deviceId, kind: device.kind, name, windowId, token }
  shelf.setItem(DEVICE_KEY, JSON.stringify(kept))
  return kept.kind === kind ? kept : kept.kind
}

/** `call`, signed by the paired device. */
export async function callAsDevice<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(
  device: Pick<KeptDevice, 'token'> | undefined,
  operation: WireOperation<Params, Query, Body, Reply>,
  input: CallInput<z.input<Params>, z.input<Query>, z.input<Body>> = {},
): Promise<z.output<Reply>> {
  return await call(operation, {
    ...input,
    ...(device ? { headers: { ...input.headers, [DEVICE_HEADER]: device.token } } : {}),
  })
}
