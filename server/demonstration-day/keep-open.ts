import { uuidv7 } from 'uuidv7'
import { getHallConfiguration, saveHallConfiguration } from '../../contract/hall.ts'
import { type Entrance, MANAGER, valueOf } from './day-places.ts'
import type { HallClient } from './hall-client.ts'

type Kept = {
  /** The hours that the hall has otherwise. */
  readonly periods: readonly { readonly from: number; readonly to: number }[]
  readonly restore: () => Promise<void>
}

/** Opens the hall around the clock, so that a day can be played at any hour; its hours are put back afterwards. */
export async function keepOpen(client: HallClient, enter: Entrance): Promise<Kept> {
  const cookie = await enter(MANAGER)
  const read = async () =>
    valueOf(await client.send({ cookie }, getHallConfiguration), '大厅设置')
  const before = await read()
  const { hours } = before.configuration
  const save = async (next: typeof hours) => {
    const { version, configuration } = await read()
    const body = {
      commandId: uuidv7(),
      expectedVersion: version,
      configuration: { ...configuration, hours: next },
    }
    valueOf(await client.send({ cookie }, saveHallConfiguration, { body }), '大厅开放时间')
  }
  await save({ periods: [{ from: 0, to: 1440 }], days: 'every-day', confirmed: false })
  return { periods: hours.periods, restore: async () => await save(hours) }
}
