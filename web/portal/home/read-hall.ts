import type { z } from 'zod'
import type { hallForecast } from '../../../contract/hall-forecast.ts'
import type { HallBoard } from '../../../contract/hall.ts'
import { call, type WireOf } from '../../api/call.ts'
import { HALL_BOARD } from '../../api/hall-operations.ts'

export const HALL_FORECAST: WireOf<typeof hallForecast> = {
  method: 'GET',
  path: '/api/hall/forecast',
}
export type Forecast = z.output<typeof hallForecast.reply>['queues']
export type HallNews = { readonly board: HallBoard; readonly forecast: Forecast }

/** The board, and what past days say of the wait; without the second the first is enough. */
export async function readHall(signal: AbortSignal): Promise<HallNews> {
  const [board, forecast] = await Promise.all([
    call(HALL_BOARD, { signal }),
    call(HALL_FORECAST, { signal }).then(
      ({ queues }) => queues,
      () => [],
    ),
  ])
  return { board, forecast }
}
