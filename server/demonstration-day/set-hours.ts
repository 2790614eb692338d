import { uuidv7 } from 'uuidv7'
import { getHallConfiguration, saveHallConfiguration } from '../../contract/hall-configuration.ts'
import type { HallHours } from '../../domain/hall/hall-configuration.ts'
import { type Entrance, MANAGER, valueOf } from './day-places.ts'
import type { HallClient } from './hall-client.ts'

/** Opens the hall by these hours, as its manager does; answers how to put the former ones back. */
export async function setHours(
  client: HallClient,
  enter: Entrance,
  hours: HallHours,
): Promise<() => Promise<void>> {
  const cookie = await enter(MANAGER)
  const save = async (next: HallHours): Promise<HallHours> => {
    const read = await client.send({ cookie }, getHallConfiguration)
    const { version, configuration } = valueOf(read, '大厅设置')
    const body = {
      commandId: uuidv7(),
      expectedVersion: version,
      configuration: {
        ...configuration,
        hours: { ...next, periods: next.periods.map((period) => ({ ...period })) },
      },
    }
    valueOf(await client.send({ cookie }, saveHallConfiguration, { body }), '大厅开放时间')
    return configuration.hours
  }
  const before = await save(hours)
  return async () => void (await save(before))
}
