import type { FastifyInstance } from 'fastify'
import {
  forecastAccuracy,
  getRecordedDay,
  hallForecast,
  listRecordedDays,
} from '../../contract/hall-forecast.ts'
import { addDays, localDateOf } from '../../domain/shared/local-date.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { ForecastContext } from './forecast-context.ts'
import type { Forecaster } from './forecaster.ts'
import { readAccuracy } from './read-accuracy.ts'
import { listDays, readRecordedDay } from './read-recorded-day.ts'

/** Milliseconds that one forecast serves everybody. */
const KEPT_MS = 3_000
const ACCURACY_DAYS = 14
/** How far back a day may still be played again. */
const RECORDED_DAYS = 400

/** What waiting costs before one leaves home, how right that was, and the days to plan from. */
export function forecastRoutes(
  server: FastifyInstance,
  context: ForecastContext,
  forecaster: Forecaster,
): void {
  const { http, hallNow } = context
  const kept = keptFor(KEPT_MS, forecaster.outlook)
  registerOperation(server, http, hallForecast, async () => ({
    ok: true,
    value: await kept(http.regionCode),
  }))
  registerOperation(server, http, forecastAccuracy, async ({ query, session }) => {
    const { regionCode } = session
    const since = addDays(localDateOf(http.clock(regionCode)), 1 - (query.days ?? ACCURACY_DAYS))
    const { queues } = await hallNow(regionCode)
    const nameOf = (code: string) => queues.find(({ queue }) => queue === code)?.name ?? code
    return { ok: true, value: { rows: await readAccuracy(http.db, regionCode, since, nameOf) } }
  })
  registerOperation(server, http, listRecordedDays, async ({ session }) => {
    const { regionCode } = session
    const since = addDays(localDateOf(http.clock(regionCode)), -RECORDED_DAYS)
    return { ok: true, value: { days: await listDays(http.db, regionCode, since) } }
  })
  registerOperation(server, http, getRecordedDay, async ({ params, session }) => {
    const { regionCode } = session
    const hall = await hallNow(regionCode)
    return { ok: true, value: await readRecordedDay(http.db, regionCode, params.day, hall) }
  })
}

/** One answer for everybody for so long; who asks while it is being made waits for the same. */
function keptFor<Value>(ms: number, make: (regionCode: number) => Promise<Value>) {
  const kept = new Map<number, { readonly value: Promise<Value>; readonly until: number }>()
  return async (regionCode: number): Promise<Value> => {
    const known = kept.get(regionCode)
    if (known !== undefined && performance.now() < known.until) return await known.value
    const value = make(regionCode)
    kept.set(regionCode, { value, until: performance.now() + ms })
    value.catch(() => kept.delete(regionCode))
    return await value
  }
}
